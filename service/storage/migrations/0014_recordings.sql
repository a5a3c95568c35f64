-- Recordings of calls. `body` holds the key of the sound: without this row the file is noise, so a call that is deleted
-- takes its recording along whatever becomes of the file.
CREATE TABLE recordings (
    clinic_id   text   NOT NULL,
    call_id     text   NOT NULL,
    node_id     text   NOT NULL,
    state       text   NOT NULL,
    consent     text   NOT NULL,
    consent_at  bigint,
    duration_ms bigint NOT NULL,
    changed_at  bigint NOT NULL,
    body        bytea  NOT NULL,
    PRIMARY KEY (clinic_id, call_id),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id) ON DELETE CASCADE
);

-- Files that nobody can play any more and that still have to go; they may outlive their call's row.
CREATE TABLE recording_removals (
    clinic_id text   NOT NULL,
    call_id   text   NOT NULL,
    since     bigint NOT NULL,
    PRIMARY KEY (clinic_id, call_id)
);
CREATE INDEX recording_removals_by_age ON recording_removals (since, call_id);
