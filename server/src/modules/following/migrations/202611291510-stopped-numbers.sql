-- Numbers whose owner answered STOP: nothing is sent to them in the name of following, whoever asks.
CREATE TABLE stopped_number (
  territory_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  -- E.164.
  address      text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, address)
);
SELECT app.distribute('stopped_number', 'territory_id', 'follower');
