-- When the words and the contact of whoever reported were taken away; null while they are kept.
ALTER TABLE service_request ADD COLUMN anonymised_at timestamptz;
CREATE INDEX service_request_to_anonymise ON service_request (territory_id, closed_at)
  WHERE closed_at IS NOT NULL AND anonymised_at IS NULL;
