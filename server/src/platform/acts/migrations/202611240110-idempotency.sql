-- Answers already given, so that a repeated command is answered again and done once.
CREATE TABLE idempotency_key (
  territory_id uuid        NOT NULL,
  actor        text        NOT NULL,
  key          text        NOT NULL,
  fingerprint  text        NOT NULL,
  result       jsonb,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (territory_id, actor, key)
);
SELECT app.distribute('idempotency_key', 'territory_id');
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
