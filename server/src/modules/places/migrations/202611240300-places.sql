-- The gazetteer (where is « 12 rue de la Fontaine »?) and our own base map.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Streets and landmarks: what people name.
CREATE TABLE place (
  territory_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Who published it; an import replaces what came from the same source.
  source text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('street', 'landmark')),
  name text NOT NULL,
  commune_code text NOT NULL,
  commune_name text NOT NULL,
  postcode text,
  at point NOT NULL,
  -- Name and commune as the search compares them: folded, abbreviations written out.
  words text NOT NULL,
  PRIMARY KEY (territory_id, id)
);

-- House numbers of a street.
CREATE TABLE address (
  territory_id uuid NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL,
  place_id uuid NOT NULL,
  -- As on the door, « 12 bis », and as compared, « 12bis ».
  number text NOT NULL,
  number_key text NOT NULL,
  at point NOT NULL,
  PRIMARY KEY (territory_id, id)
);

CREATE TABLE map_feature (
  territory_id uuid NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL,
  layer text NOT NULL CHECK (layer IN ('area', 'water', 'park', 'road', 'building', 'point')),
  kind text NOT NULL,
  name text,
  reference text,
  road_class text,
  road_number text,
  built_up boolean,
  bridge boolean NOT NULL,
  width_metres real,
  height_metres real,
  geometry jsonb NOT NULL,
  area box NOT NULL,
  min_zoom smallint NOT NULL,
  PRIMARY KEY (territory_id, id)
);

-- Changes with every import: tiles and pictures in memory are good as long as this is the same.
CREATE TABLE gazetteer (
  territory_id uuid PRIMARY KEY,
  version uuid NOT NULL,
  imported_at timestamptz NOT NULL
);

SELECT app.distribute('place', 'territory_id');
SELECT app.distribute('address', 'territory_id', 'place');
SELECT app.distribute('map_feature', 'territory_id', 'place');
SELECT app.distribute('gazetteer', 'territory_id', 'place');

ALTER TABLE address ADD FOREIGN KEY (territory_id, place_id) REFERENCES place ON DELETE CASCADE;

CREATE INDEX place_words ON place USING gist (territory_id, words gist_trgm_ops);
CREATE INDEX place_at ON place USING gist (territory_id, at);
CREATE INDEX address_at ON address USING gist (territory_id, at);
CREATE INDEX address_number ON address (territory_id, place_id, number_key);
CREATE INDEX map_feature_area ON map_feature USING gist (territory_id, area);
-- A low zoom shows few things of a large area: it must not read every building to leave it out.
CREATE INDEX map_feature_main ON map_feature USING gist (territory_id, area) WHERE min_zoom <= 13;
CREATE INDEX map_feature_street ON map_feature USING gist (territory_id, area) WHERE kind = 'street';
