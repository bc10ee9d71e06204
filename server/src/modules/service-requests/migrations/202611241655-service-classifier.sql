-- What the territory's own history teaches about its words: the classifier that suggests services.
CREATE TABLE service_classifier (
  territory_id uuid        NOT NULL,
  version      int         NOT NULL,
  trained_at   timestamptz NOT NULL,
  -- What it was worth on reports that it had not seen (suggestions/lesson.ts, Figures).
  figures      jsonb       NOT NULL,
  -- How much history counts beside the catalogue's words, from 0 to 1.
  weight       real        NOT NULL CHECK (weight BETWEEN 0 AND 1),
  -- engines/classify, serialize.ts, deflated: hashes and weights, no word of anyone.
  model        bytea       NOT NULL,
  PRIMARY KEY (territory_id, version)
);
SELECT app.distribute('service_classifier', 'territory_id', 'service');
