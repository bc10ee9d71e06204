-- What happens next, also in French that is easy to read (FALC) and in English.
ALTER TABLE service
  ADD COLUMN next_steps_plain text NOT NULL DEFAULT '',
  ADD COLUMN next_steps_en    text NOT NULL DEFAULT '';
