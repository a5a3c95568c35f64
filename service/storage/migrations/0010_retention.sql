-- What must not be deleted while it stands: everything of a clinic, one call, or all calls about a patient, whose name and
-- number stand in the body.
CREATE TABLE legal_holds (
    clinic_id   text   NOT NULL REFERENCES clinics (clinic_id),
    hold_id     text   NOT NULL,
    kind        text   NOT NULL,
    call_id     text   NOT NULL,
    placed_by   text   NOT NULL,
    placed_at   bigint NOT NULL,
    released_by text,
    released_at bigint,
    body        bytea  NOT NULL,
    PRIMARY KEY (clinic_id, hold_id)
);

ALTER TABLE calls ADD COLUMN transcript_erased integer NOT NULL DEFAULT 0;
CREATE INDEX calls_with_transcript ON calls (clinic_id, started_at, call_id) WHERE transcript_erased = 0;
