-- How many calls began in each quarter of an hour of UTC, and how they ended: what a million calls are counted from. Kept by
-- the writes themselves; it stays when calls are deleted. `quarter` counts from 1970, lengths are microseconds.
CREATE TABLE call_quarters (
    clinic_id      text   NOT NULL REFERENCES clinics (clinic_id),
    quarter        bigint NOT NULL,
    calls          bigint NOT NULL,
    ended          bigint NOT NULL,
    escalated      bigint NOT NULL,
    ended_length   bigint NOT NULL,
    handled_length bigint NOT NULL,
    PRIMARY KEY (clinic_id, quarter)
);

INSERT INTO call_quarters (clinic_id, quarter, calls, ended, escalated, ended_length, handled_length)
SELECT clinic_id, started_at / 900000000, COUNT(*), COUNT(ended_at),
       COUNT(CASE WHEN outcome IN ('escalated', 'emergency_escalated', 'failover') THEN 1 END),
       CAST(SUM(COALESCE(ended_at - started_at, 0)) AS bigint),
       CAST(SUM(CASE WHEN outcome IN ('escalated', 'emergency_escalated', 'failover') THEN 0
                     ELSE COALESCE(ended_at - started_at, 0) END) AS bigint)
FROM calls GROUP BY clinic_id, started_at / 900000000;

CREATE INDEX escalations_counted ON escalations (clinic_id, decided_at, reason);
CREATE INDEX tasks_counted ON tasks (clinic_id, created_at, completed_at);
