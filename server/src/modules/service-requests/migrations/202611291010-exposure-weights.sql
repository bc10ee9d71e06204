-- What weighs in a request's exposure here, and the version of the whole rule of priority (the grid
-- with it); a territory without a row has the program's own weights.
CREATE TABLE priority_setting (
  territory_id uuid  NOT NULL PRIMARY KEY,
  -- {"<kind>": {"points": 2, "from": 100}}
  weights      jsonb NOT NULL,
  version      int   NOT NULL
);
SELECT app.distribute('priority_setting', 'territory_id', 'service');
