-- Two administrators who change the quiet hours at once: the second is told.
ALTER TABLE message_setting ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE message_setting ALTER COLUMN version DROP DEFAULT;
