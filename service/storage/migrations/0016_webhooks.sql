-- Addresses of a clinic's choice that are told what happens, and how far the telling has come. `body` holds the address and
-- the secrets that sign. The event log itself is what waits: each address has its own place in it.
CREATE TABLE webhooks (
    clinic_id        text    NOT NULL REFERENCES clinics (clinic_id),
    webhook_id       text    NOT NULL,
    version          bigint  NOT NULL,
    kinds            text    NOT NULL,
    is_on            integer NOT NULL,
    off_reason       text    NOT NULL,
    created_at       bigint  NOT NULL,
    body             bytea   NOT NULL,
    sequence         bigint  NOT NULL,
    claims           bigint  NOT NULL,
    next_at          bigint  NOT NULL,
    failures         integer NOT NULL,
    failing_since    bigint,
    attempt_at       bigint,
    attempt_status   integer NOT NULL,
    attempt_problem  text    NOT NULL,
    attempt_sequence bigint  NOT NULL,
    test_asked_at    bigint,
    test_at          bigint,
    test_status      integer NOT NULL,
    test_problem     text    NOT NULL,
    PRIMARY KEY (clinic_id, webhook_id)
);
