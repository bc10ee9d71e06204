-- What happened in a street, a park or a commune since its followers were last told.
ALTER TABLE follower
  DROP CONSTRAINT follower_frequency_check,
  DROP COLUMN told_until,
  -- When the news that wait are to be told; null while there are none.
  ADD COLUMN due_at timestamptz;
ALTER TABLE follower
  ADD CONSTRAINT follower_frequency_check CHECK (frequency IN ('immediate', 'daily', 'weekly'));
CREATE INDEX follower_due ON follower (territory_id, due_at) WHERE due_at IS NOT NULL;

-- One row a piece of news and a follower: it is told once, however often it is heard.
CREATE TABLE follower_news (
  territory_id       uuid        NOT NULL,
  follower_id        uuid        NOT NULL,
  event_id           uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  heard_at           timestamptz NOT NULL,
  -- The message that tells it; null while it waits.
  digest_id          uuid,
  PRIMARY KEY (territory_id, follower_id, event_id)
);
SELECT app.distribute('follower_news', 'territory_id', 'follower');
ALTER TABLE follower_news
  ADD FOREIGN KEY (territory_id, follower_id) REFERENCES follower ON DELETE CASCADE;
CREATE INDEX follower_news_of_digest ON follower_news (territory_id, digest_id)
  WHERE digest_id IS NOT NULL;
