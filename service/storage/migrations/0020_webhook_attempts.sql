-- The newest tries to tell an address something, as a JSON array, the newest first: what its clinic sees of them.
ALTER TABLE webhooks ADD COLUMN attempts text NOT NULL DEFAULT '';
