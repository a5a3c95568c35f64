-- What people do with tasks. `body` columns hold what may name a patient.

ALTER TABLE tasks ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE tasks ADD COLUMN assignee_id text;
ALTER TABLE tasks ADD COLUMN claimed_at bigint;
ALTER TABLE tasks ADD COLUMN completed_at bigint;
ALTER TABLE tasks ADD COLUMN flagged integer NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN note_count integer NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN approval_state text NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN approval_by text;
ALTER TABLE tasks ADD COLUMN approval_at bigint;
ALTER TABLE tasks ADD COLUMN approval_body bytea;
CREATE INDEX tasks_of_clinic ON tasks (clinic_id, created_at, task_id);
CREATE INDEX tasks_open ON tasks (clinic_id, status, created_at) WHERE status <> 'completed';

CREATE TABLE task_notes (
    clinic_id text   NOT NULL,
    note_id   text   NOT NULL,
    task_id   text   NOT NULL,
    author_id text   NOT NULL,
    at        bigint NOT NULL,
    body      bytea  NOT NULL,
    PRIMARY KEY (clinic_id, note_id),
    FOREIGN KEY (clinic_id, task_id) REFERENCES tasks (clinic_id, task_id)
);
CREATE INDEX task_notes_by_task ON task_notes (clinic_id, task_id, at);

-- Each row is one change; `version` is what it made, `body` how the task was before.
CREATE TABLE task_history (
    clinic_id text   NOT NULL,
    task_id   text   NOT NULL,
    version   bigint NOT NULL,
    action    text   NOT NULL,
    by_id     text   NOT NULL,
    at        bigint NOT NULL,
    detail    text   NOT NULL,
    note_id   text,
    body      bytea  NOT NULL,
    PRIMARY KEY (clinic_id, task_id, version),
    FOREIGN KEY (clinic_id, task_id) REFERENCES tasks (clinic_id, task_id)
);

CREATE TABLE delegations (
    clinic_id   text   NOT NULL REFERENCES clinics (clinic_id),
    doctor_id   text   NOT NULL,
    delegate_id text   NOT NULL,
    from_at     bigint NOT NULL,
    until_at    bigint NOT NULL,
    PRIMARY KEY (clinic_id, doctor_id)
);
