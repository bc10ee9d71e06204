-- When what crews wrote was read again to take people out of it; null while it is as written.
ALTER TABLE work_order ADD COLUMN anonymised_at timestamptz;
CREATE INDEX work_order_to_anonymise ON work_order (territory_id, ended_at)
  WHERE ended_at IS NOT NULL AND anonymised_at IS NULL;
