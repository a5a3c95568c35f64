-- How many tasks were made on each day of UTC, and how long they took: what a million tasks are counted from. Kept by the
-- writes themselves; it stays when tasks are deleted. `day` counts from 1970. `bucket` is -1 for tasks that are not done, else
-- how long it took: by the minute below two hours, by ten minutes within a day, by the hour within 30 days, then by the
-- day. `taken` is the sum of those times in microseconds.
CREATE TABLE task_days (
    clinic_id text    NOT NULL REFERENCES clinics (clinic_id),
    day       bigint  NOT NULL,
    bucket    bigint  NOT NULL,
    tasks     bigint  NOT NULL,
    taken     bigint  NOT NULL,
    PRIMARY KEY (clinic_id, day, bucket)
);

INSERT INTO task_days (clinic_id, day, bucket, tasks, taken)
SELECT clinic_id, created_at / 86400000000,
       CASE WHEN completed_at IS NULL THEN -1
            WHEN completed_at < created_at THEN 0
            WHEN completed_at - created_at < 7200000000 THEN (completed_at - created_at) / 60000000
            WHEN completed_at - created_at < 86400000000 THEN 108 + (completed_at - created_at) / 600000000
            WHEN completed_at - created_at < 2592000000000 THEN 228 + (completed_at - created_at) / 3600000000
            ELSE 918 + (completed_at - created_at) / 86400000000 END,
       COUNT(*), CAST(SUM(COALESCE(completed_at - created_at, 0)) AS bigint)
FROM tasks GROUP BY 1, 2, 3;

-- A caller whom nobody took had asked for people, too.
UPDATE call_quarters SET
    escalated = escalated + (
        SELECT COUNT(*) FROM calls c WHERE c.clinic_id = call_quarters.clinic_id
            AND c.started_at >= call_quarters.quarter * 900000000
            AND c.started_at < (call_quarters.quarter + 1) * 900000000
            AND c.outcome = 'unanswered' AND c.ended_at IS NOT NULL),
    handled_length = handled_length - (
        SELECT COALESCE(CAST(SUM(c.ended_at - c.started_at) AS bigint), 0) FROM calls c
        WHERE c.clinic_id = call_quarters.clinic_id AND c.started_at >= call_quarters.quarter * 900000000
            AND c.started_at < (call_quarters.quarter + 1) * 900000000
            AND c.outcome = 'unanswered' AND c.ended_at IS NOT NULL);
