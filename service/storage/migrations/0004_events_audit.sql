-- What a clinic's people must see, in the order it was kept. Names what changed; what it is now stands in its own table.
CREATE TABLE event_counters (
    clinic_id text   NOT NULL PRIMARY KEY REFERENCES clinics (clinic_id),
    last      bigint NOT NULL
);

CREATE TABLE events (
    clinic_id text   NOT NULL,
    sequence  bigint NOT NULL,
    kind      text   NOT NULL,
    subject   text   NOT NULL,
    at        bigint NOT NULL,
    PRIMARY KEY (clinic_id, sequence)
);
CREATE INDEX events_by_time ON events (clinic_id, at);

-- Who did what. Each entry's seal joins it to the one before. The platform's own log has an empty clinic_id.
CREATE TABLE audit (
    clinic_id    text   NOT NULL,
    sequence     bigint NOT NULL,
    at           bigint NOT NULL,
    actor_id     text   NOT NULL,
    actor_name   text   NOT NULL,
    actor_role   text   NOT NULL,
    action       text   NOT NULL,
    subject_type text   NOT NULL,
    subject_id   text   NOT NULL,
    detail       text   NOT NULL,
    address      text   NOT NULL,
    reason       text   NOT NULL,
    seal         bytea  NOT NULL,
    PRIMARY KEY (clinic_id, sequence)
);
CREATE INDEX audit_by_time ON audit (clinic_id, at);

-- Where each log begins and ends; sealed too.
CREATE TABLE audit_ends (
    clinic_id    text   NOT NULL PRIMARY KEY,
    first        bigint NOT NULL,
    before_first bytea  NOT NULL,
    last         bigint NOT NULL,
    last_seal    bytea  NOT NULL,
    seal         bytea  NOT NULL
);
