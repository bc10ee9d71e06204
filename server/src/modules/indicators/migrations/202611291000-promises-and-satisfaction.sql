-- What was promised and when, and what followers answered once it was closed. Counts only: who
-- answered, and in which words, stays with the request.
ALTER TABLE request_fact
  ADD COLUMN reply_due_at      timestamptz,
  ADD COLUMN replied_at        timestamptz,
  ADD COLUMN close_due_at      timestamptz,
  ADD COLUMN ratings_count     integer NOT NULL DEFAULT 0,
  ADD COLUMN satisfied_count   integer NOT NULL DEFAULT 0,
  ADD COLUMN unsatisfied_count integer NOT NULL DEFAULT 0,
  ADD COLUMN comments_count    integer NOT NULL DEFAULT 0;
