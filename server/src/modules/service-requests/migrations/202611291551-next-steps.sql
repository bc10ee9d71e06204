-- What happens next once it is asked for, in the town's own words; and the version that its editor saw.
ALTER TABLE service
  ADD COLUMN next_steps text NOT NULL DEFAULT '',
  ADD COLUMN version    int  NOT NULL DEFAULT 1;
