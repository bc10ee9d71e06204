-- The working week is dated: other hours never rewrite the clocks of requests that came before.
CREATE TABLE dated_week (
  territory_id uuid        NOT NULL,
  valid_from   timestamptz NOT NULL,
  -- Weekday (1 Monday … 7) → openings, `HH:MM` each.
  openings     jsonb       NOT NULL,
  holidays     text        NOT NULL,
  PRIMARY KEY (territory_id, valid_from)
);
SELECT app.distribute('dated_week', 'territory_id', 'service');
INSERT INTO dated_week (territory_id, valid_from, openings, holidays)
SELECT territory_id, '1970-01-01T00:00:00Z', openings, holidays FROM working_week;

-- What is left of it: the version of all the rules of commitment.
ALTER TABLE working_week DROP COLUMN openings, DROP COLUMN holidays;
ALTER TABLE working_week RENAME TO commitment_version;
