-- What each call's conversation was told, so that it can be played again under other thresholds.
CREATE TABLE tapes (
    clinic_id text  NOT NULL,
    call_id   text  NOT NULL,
    body      bytea NOT NULL,
    PRIMARY KEY (clinic_id, call_id),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id)
);
