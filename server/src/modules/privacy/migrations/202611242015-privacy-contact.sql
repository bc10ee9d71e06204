-- Who answers for what is held, and whom to write to, as the portal tells it.
ALTER TABLE privacy_setting ADD COLUMN contact jsonb;
