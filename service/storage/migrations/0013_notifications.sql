-- Messages to staff, without patient data. `dedupe` names what a message is about: nobody is told twice.
CREATE TABLE notifications (
    clinic_id       text    NOT NULL REFERENCES clinics (clinic_id),
    notification_id text    NOT NULL,
    dedupe          text    NOT NULL,
    channel         text    NOT NULL,
    recipient       text    NOT NULL,
    title           text    NOT NULL,
    body            text    NOT NULL,
    state           text    NOT NULL,
    attempts        integer NOT NULL,
    created_at      bigint  NOT NULL,
    next_at         bigint  NOT NULL,
    problem         text    NOT NULL,
    PRIMARY KEY (clinic_id, notification_id)
);
CREATE UNIQUE INDEX notifications_once ON notifications (clinic_id, dedupe);
CREATE INDEX notifications_due ON notifications (next_at) WHERE state = 'waiting';
CREATE INDEX notifications_by_time ON notifications (clinic_id, created_at);

-- Up to which of a clinic's events its staff were told.
CREATE TABLE notification_cursors (
    clinic_id text   NOT NULL PRIMARY KEY REFERENCES clinics (clinic_id),
    sequence  bigint NOT NULL
);
