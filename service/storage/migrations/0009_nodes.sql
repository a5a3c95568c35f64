-- Which services share this database. A call belongs to the one that took it, which alone may say that it was cut off;
-- when that one has gone quiet, any other may.
CREATE TABLE nodes (
    node_id text   NOT NULL PRIMARY KEY,
    signs   bigint NOT NULL,
    seen_at bigint NOT NULL
);

ALTER TABLE calls ADD COLUMN node_id text NOT NULL DEFAULT '';
DROP INDEX calls_unfinished;
CREATE INDEX calls_unfinished ON calls (node_id, started_at) WHERE ended_at IS NULL;
