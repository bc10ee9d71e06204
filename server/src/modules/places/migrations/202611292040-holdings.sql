-- Of which class a street is, and whose a street or an asset is: what the town says, over the map.
CREATE TABLE holding (
  territory_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('street', 'asset')),
  commune_code text NOT NULL,
  name text NOT NULL,
  -- The name as the search compares it.
  words text NOT NULL,
  road_class text,
  road_number text,
  built_up boolean,
  owner_code text,
  -- Absent: every line and every door of the street of that name in the commune.
  geometry jsonb,
  area box,
  -- What a person wrote stays when the next file comes.
  corrected boolean NOT NULL,
  version integer NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (territory_id, id),
  CHECK ((geometry IS NULL) = (area IS NULL))
);

-- Changes whenever a holding does: streets known by name are kept in memory as long as it is the same.
CREATE TABLE holding_version (
  territory_id uuid PRIMARY KEY,
  version uuid NOT NULL
);

SELECT app.distribute('holding', 'territory_id', 'place');
SELECT app.distribute('holding_version', 'territory_id', 'place');

CREATE INDEX holding_area ON holding USING gist (territory_id, area);
CREATE INDEX holding_commune ON holding (territory_id, commune_code, kind);
CREATE INDEX holding_name ON holding (territory_id, name, id);
