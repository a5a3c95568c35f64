-- What the conversations of a call used of vendors, and where the time of each reply went. Numbers only: nothing here is
-- about a patient.
CREATE TABLE call_usage (
    clinic_id    text    NOT NULL,
    call_id      text    NOT NULL,
    conversation integer NOT NULL,
    vendor       text    NOT NULL,
    unit         text    NOT NULL,
    amount       bigint  NOT NULL,
    PRIMARY KEY (clinic_id, call_id, conversation, vendor, unit),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id) ON DELETE CASCADE
);

-- The same added up by the quarter of an hour of UTC in which the calls began; it stays when calls are deleted.
CREATE TABLE usage_quarters (
    clinic_id text   NOT NULL REFERENCES clinics (clinic_id),
    quarter   bigint NOT NULL,
    vendor    text   NOT NULL,
    unit      text   NOT NULL,
    amount    bigint NOT NULL,
    PRIMARY KEY (clinic_id, quarter, vendor, unit)
);

CREATE TABLE turn_times (
    clinic_id            text   NOT NULL,
    call_id              text   NOT NULL,
    number               bigint NOT NULL,
    endpoint_wait_ms     bigint NOT NULL,
    recognizer_ms        bigint NOT NULL,
    model_first_token_ms bigint,
    voice_first_byte_ms  bigint,
    own_ms               bigint NOT NULL,
    PRIMARY KEY (clinic_id, call_id, number),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id) ON DELETE CASCADE
);
