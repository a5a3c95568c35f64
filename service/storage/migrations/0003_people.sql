-- Who signs in. Names and addresses of staff are no patient data. Operators of the platform belong to no clinic, so
-- `clinic_id` may be empty here, and a person's own id is the key.

CREATE TABLE users (
    clinic_id          text REFERENCES clinics (clinic_id),
    user_id            text   NOT NULL PRIMARY KEY,
    email              text   NOT NULL UNIQUE,
    name               text   NOT NULL,
    role               text   NOT NULL,
    status             text   NOT NULL,
    language           text   NOT NULL,
    password_hash      text   NOT NULL,
    totp_secret        bytea,
    totp_offered       bytea,
    totp_last_step     bigint NOT NULL,
    invitation_hash    text UNIQUE,
    invitation_ends_at bigint,
    last_seen_at       bigint,
    created_at         bigint NOT NULL,
    updated_at         bigint NOT NULL
);
CREATE INDEX users_of_clinic ON users (clinic_id, name);

CREATE TABLE recovery_codes (
    clinic_id text,
    user_id   text NOT NULL REFERENCES users (user_id),
    code_hash text NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

-- A session is one sign-in on one device: the family of refresh tokens that follow one another.
CREATE TABLE sessions (
    clinic_id    text,
    session_id   text   NOT NULL PRIMARY KEY,
    user_id      text   NOT NULL REFERENCES users (user_id),
    device_name  text   NOT NULL,
    address      text   NOT NULL,
    created_at   bigint NOT NULL,
    last_used_at bigint NOT NULL,
    ends_at      bigint NOT NULL,
    ended_at     bigint
);
CREATE INDEX sessions_of_user ON sessions (user_id, created_at);

CREATE TABLE refresh_tokens (
    clinic_id  text,
    token_hash text   NOT NULL PRIMARY KEY,
    session_id text   NOT NULL REFERENCES sessions (session_id),
    issued_at  bigint NOT NULL,
    used_at    bigint
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);

-- Wrong sign-ins by e-mail address (as a hash) and by network address, shared by all nodes.
CREATE TABLE sign_in_failures (
    subject      text   NOT NULL PRIMARY KEY,
    failures     bigint NOT NULL,
    first_at     bigint NOT NULL,
    locked_until bigint
);

-- What a creating request with an Idempotency-Key has made.
CREATE TABLE idempotency_keys (
    clinic_id    text,
    user_id      text   NOT NULL REFERENCES users (user_id),
    request_key  text   NOT NULL,
    request_hash text   NOT NULL,
    made_id      text   NOT NULL,
    created_at   bigint NOT NULL,
    PRIMARY KEY (user_id, request_key)
);
