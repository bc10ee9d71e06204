-- Who follows a request, a street, a park or a commune beside those who reported something.
-- The address is the only personal data; what was never confirmed is forgotten after two days.
CREATE TABLE follower (
  territory_id       uuid        NOT NULL,
  id                 uuid        NOT NULL,
  -- What opens the follower's page and ends the following, in each of their messages.
  key                text        NOT NULL,
  kind               text        NOT NULL CHECK (kind IN ('request', 'street', 'park', 'commune')),
  service_request_id uuid,
  -- Of a street, a park or a commune: which one, and where it lies.
  area_id            uuid,
  area_name          text,
  area_commune_id    uuid,
  area_commune       text,
  -- GeoJSON; a commune needs none, requests know theirs.
  area_shape         jsonb,
  area_box           box,
  frequency          text        CHECK (frequency IN ('immediate', 'weekly')),
  channel            text        NOT NULL CHECK (channel IN ('email', 'sms')),
  address            text        NOT NULL,
  language           text        NOT NULL CHECK (language IN ('fr', 'en')),
  -- In French that is easy to read (FALC).
  plain              boolean     NOT NULL,
  asked_at           timestamptz NOT NULL,
  -- Null until the owner of the address said yes: nothing is sent before but that one question.
  confirmed_at       timestamptz,
  -- Until when the news of an area were told.
  told_until         timestamptz,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, key),
  CHECK ((kind = 'request') = (service_request_id IS NOT NULL)),
  CHECK ((kind = 'request') = (area_id IS NULL)),
  CHECK ((kind = 'request') = (frequency IS NULL))
);
SELECT app.distribute('follower', 'territory_id');
CREATE UNIQUE INDEX follower_of_request
  ON follower (territory_id, service_request_id, address) WHERE service_request_id IS NOT NULL;
CREATE UNIQUE INDEX follower_of_area
  ON follower (territory_id, area_id, address) WHERE area_id IS NOT NULL;
CREATE INDEX follower_by_address ON follower (territory_id, address, asked_at);
CREATE INDEX follower_of_commune
  ON follower (territory_id, area_commune_id) WHERE kind = 'commune';
CREATE INDEX follower_area ON follower USING gist (territory_id, area_box) WHERE area_box IS NOT NULL;

-- Reporters who want no more messages about their request.
CREATE TABLE silenced_reporter (
  territory_id       uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  at                 timestamptz NOT NULL,
  PRIMARY KEY (territory_id, service_request_id)
);
SELECT app.distribute('silenced_reporter', 'territory_id', 'follower');
