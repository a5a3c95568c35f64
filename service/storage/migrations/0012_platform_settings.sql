-- What holds for every clinic that says nothing of its own: vendors' agreements.
CREATE TABLE platform_settings (
    name       text   NOT NULL PRIMARY KEY,
    version    bigint NOT NULL,
    value      text   NOT NULL,
    updated_at bigint NOT NULL
);
