-- Residents may be answered by letter or SMS, or not at all.
ALTER TABLE service_request
  ADD COLUMN contact_postal_address text,
  -- Null: by the first means that was given.
  ADD COLUMN contact_preference text
    CHECK (contact_preference IN ('email', 'sms', 'letter', 'none'));
