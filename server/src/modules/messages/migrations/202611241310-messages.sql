-- What residents were written, and what became of it. No address here: the request has it.
CREATE TABLE message (
  territory_id       uuid        NOT NULL,
  id                 uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  organization_id    uuid,
  event_id           uuid        NOT NULL,
  kind               text        NOT NULL CHECK (kind IN (
    'received', 'transferred', 'planned', 'done', 'answered', 'rejected', 'reopened')),
  channel            text        NOT NULL CHECK (channel IN ('email')),
  subject            text        NOT NULL,
  status             text        NOT NULL CHECK (status IN ('queued', 'held', 'sent', 'failed')),
  obstacle           text        CHECK (obstacle IN (
    'no-mail-server', 'no-address', 'refused', 'unreachable', 'outdated')),
  last_error         text,
  attempts           integer     NOT NULL,
  created_at         timestamptz NOT NULL,
  sent_at            timestamptz,
  PRIMARY KEY (territory_id, id),
  -- One event is told once, whatever is delivered twice.
  UNIQUE (territory_id, event_id, kind)
);
SELECT app.distribute('message', 'territory_id');
CREATE INDEX message_of_request ON message (territory_id, service_request_id, id);
CREATE INDEX message_held ON message (territory_id, id) WHERE status = 'held';
