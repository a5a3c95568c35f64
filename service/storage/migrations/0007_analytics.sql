-- Answers how many calls there were, when and how they ended, without a look at the calls themselves.
CREATE INDEX calls_counted ON calls (clinic_id, started_at, outcome, ended_at);
