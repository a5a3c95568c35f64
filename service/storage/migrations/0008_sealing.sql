-- The keys that seal each clinic's patient data, themselves sealed by the master key whose fingerprint stands beside
-- them. `data` keys seal bodies, the newest version the new ones; the `index` key makes the tokens of blind_index.
CREATE TABLE clinic_keys (
    clinic_id  text    NOT NULL REFERENCES clinics (clinic_id),
    purpose    text    NOT NULL,
    version    integer NOT NULL,
    master     text    NOT NULL,
    wrapped    bytea   NOT NULL,
    created_at bigint  NOT NULL,
    PRIMARY KEY (clinic_id, purpose, version)
);

-- Finds calls and tasks by beginnings of names and by numbers, of which it holds keyed hashes only.
CREATE TABLE blind_index (
    clinic_id  text  NOT NULL,
    subject    text  NOT NULL,
    token      bytea NOT NULL,
    subject_id text  NOT NULL,
    PRIMARY KEY (clinic_id, subject, token, subject_id)
);
CREATE INDEX blind_index_of_subject ON blind_index (clinic_id, subject, subject_id);
