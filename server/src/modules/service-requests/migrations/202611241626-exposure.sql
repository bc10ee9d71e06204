-- How many people a request matters to: 0 (few) to 3 (many), and the facts that say so.
ALTER TABLE service_request
  ADD COLUMN exposure smallint NOT NULL DEFAULT 0 CHECK (exposure BETWEEN 0 AND 3),
  ADD COLUMN exposure_facts jsonb NOT NULL DEFAULT '[]';

-- Priority is severity × urgency × exposure.
ALTER TABLE priority_grid ADD COLUMN exposure smallint NOT NULL DEFAULT 0 CHECK (exposure BETWEEN 0 AND 3);
ALTER TABLE priority_grid ALTER COLUMN exposure DROP DEFAULT;
ALTER TABLE priority_grid DROP CONSTRAINT priority_grid_pkey;
ALTER TABLE priority_grid ADD PRIMARY KEY (territory_id, severity, urgency, exposure);
