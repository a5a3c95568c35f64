-- Patient data lives in the `body` columns only (JSON now, sealed by the program later); everything beside it may be
-- read by whoever looks after the database. Times are microseconds since 1970-01-01 UTC, given by the program.

CREATE TABLE clinics (
    clinic_id  text   NOT NULL PRIMARY KEY,
    number     text   NOT NULL UNIQUE,
    name       text   NOT NULL,
    time_zone  text   NOT NULL,
    profile    text   NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE calls (
    clinic_id       text   NOT NULL REFERENCES clinics (clinic_id),
    call_id         text   NOT NULL UNIQUE,
    network_call_id text   NOT NULL UNIQUE,
    phase           text   NOT NULL,
    outcome         text   NOT NULL,
    started_at      bigint NOT NULL,
    ended_at        bigint,
    body            bytea  NOT NULL,
    PRIMARY KEY (clinic_id, call_id)
);
CREATE INDEX calls_by_start ON calls (started_at, call_id);
CREATE INDEX calls_unfinished ON calls (started_at) WHERE ended_at IS NULL;

CREATE TABLE turns (
    clinic_id     text             NOT NULL,
    call_id       text             NOT NULL,
    number        integer          NOT NULL,
    speaker       text             NOT NULL,
    confidence    double precision NOT NULL,
    audio_quality double precision NOT NULL,
    start_ms      bigint           NOT NULL,
    end_ms        bigint           NOT NULL,
    at            bigint           NOT NULL,
    body          bytea            NOT NULL,
    PRIMARY KEY (clinic_id, call_id, number),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id)
);

CREATE TABLE task_counters (
    clinic_id text    NOT NULL REFERENCES clinics (clinic_id),
    year      integer NOT NULL,
    last      bigint  NOT NULL,
    PRIMARY KEY (clinic_id, year)
);

CREATE TABLE tasks (
    clinic_id  text   NOT NULL,
    task_id    text   NOT NULL UNIQUE,
    call_id    text   NOT NULL,
    submit_key text   NOT NULL,
    number     text   NOT NULL,
    type       text   NOT NULL,
    queue      text   NOT NULL,
    priority   text   NOT NULL,
    status     text   NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    body       bytea  NOT NULL,
    PRIMARY KEY (clinic_id, task_id),
    UNIQUE (clinic_id, number),
    UNIQUE (clinic_id, call_id, submit_key),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id)
);
CREATE INDEX tasks_by_creation ON tasks (created_at, task_id);

CREATE TABLE escalations (
    clinic_id          text             NOT NULL,
    escalation_id      text             NOT NULL,
    call_id            text             NOT NULL,
    reason             text             NOT NULL,
    score              double precision NOT NULL,
    thresholds_version text             NOT NULL,
    turn               integer          NOT NULL,
    decided_at         bigint           NOT NULL,
    body               bytea            NOT NULL,
    PRIMARY KEY (clinic_id, escalation_id),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id)
);
CREATE INDEX escalations_by_call ON escalations (clinic_id, call_id, decided_at);
