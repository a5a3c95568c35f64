-- Who took an escalation on; versions for what several people may change; a clinic's further settings as named documents.

ALTER TABLE escalations ADD COLUMN acknowledged_by text;
ALTER TABLE escalations ADD COLUMN acknowledged_at bigint;
CREATE INDEX escalations_by_time ON escalations (clinic_id, decided_at, escalation_id);

ALTER TABLE clinics ADD COLUMN version bigint NOT NULL DEFAULT 1;

CREATE TABLE clinic_settings (
    clinic_id  text   NOT NULL REFERENCES clinics (clinic_id),
    name       text   NOT NULL,
    version    bigint NOT NULL,
    value      text   NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (clinic_id, name)
);

CREATE INDEX calls_of_clinic ON calls (clinic_id, started_at, call_id);
CREATE INDEX tasks_of_call ON tasks (clinic_id, call_id);
