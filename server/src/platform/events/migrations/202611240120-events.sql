-- Every fact that changed anything: the audit trail, and what reactions hear. Append-only.
CREATE TABLE event (
  territory_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  type            text        NOT NULL,
  subject         uuid        NOT NULL,
  organization_id uuid,
  at              timestamptz NOT NULL,
  actor_kind      text        NOT NULL CHECK (actor_kind IN ('anonymous', 'account', 'token', 'system')),
  actor_id        uuid,
  actor_name      text        NOT NULL,
  reason          text,
  data            jsonb       NOT NULL,
  request_id      text        NOT NULL,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('event', 'territory_id');
CREATE INDEX event_of_subject ON event (territory_id, subject, id);
CREATE INDEX event_of_type ON event (territory_id, type, id);

-- One row per event and reaction that was carried out, written in the reaction's own transaction.
CREATE TABLE event_acknowledgement (
  territory_id uuid        NOT NULL,
  event_id     uuid        NOT NULL,
  reaction     text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (territory_id, event_id, reaction)
);
SELECT app.distribute('event_acknowledgement', 'territory_id', 'event');
