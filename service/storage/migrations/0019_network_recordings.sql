-- Calls of which something may lie with the phone network: to be fetched, or only to be removed there. A row may outlive its
-- call's. Whoever looks moves `due_at` on first, so that only one does.
CREATE TABLE network_recordings (
    clinic_id       text   NOT NULL,
    call_id         text   NOT NULL,
    network_call_id text   NOT NULL,
    failures        bigint NOT NULL,
    due_at          bigint NOT NULL,
    PRIMARY KEY (clinic_id, call_id)
);
CREATE INDEX network_recordings_by_due ON network_recordings (due_at, call_id);
