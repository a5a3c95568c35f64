-- Keys of a clinic's own accounts with vendors. `body` holds the key, sealed by the clinic's data key.
CREATE TABLE vendor_keys (
    clinic_id text   NOT NULL REFERENCES clinics (clinic_id),
    vendor    text   NOT NULL,
    set_at    bigint NOT NULL,
    body      bytea  NOT NULL,
    PRIMARY KEY (clinic_id, vendor)
);
