-- The Open311 server of an organization of the territory: where requests that are theirs are posted.
CREATE TABLE open311_server (
  territory_id    uuid        NOT NULL,
  organization_id uuid        NOT NULL,
  url             text        NOT NULL,
  jurisdiction_id text,
  -- Theirs, given to us: never shown again.
  api_key         text        NOT NULL,
  -- Our service code → { code: theirs, attributes: our question → theirs }.
  services        jsonb       NOT NULL,
  enabled         boolean     NOT NULL,
  -- Failures in a row; until when it is left alone.
  failures        smallint    NOT NULL DEFAULT 0,
  closed_until    timestamptz,
  version         int         NOT NULL,
  PRIMARY KEY (territory_id, organization_id)
);
SELECT app.distribute('open311_server', 'territory_id');

-- One request on its way to such a server, or there.
CREATE TABLE open311_relay (
  territory_id       uuid        NOT NULL,
  id                 uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  organization_id    uuid        NOT NULL,
  status             text        NOT NULL CHECK (status IN
    ('waiting', 'unsure', 'token', 'sent', 'closed', 'refused')),
  their_id           text,
  token              text,
  their_status       text,
  their_notes        text,
  attempts           int         NOT NULL,
  last_error         text,
  created_at         timestamptz NOT NULL,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, service_request_id, organization_id)
);
SELECT app.distribute('open311_relay', 'territory_id');
ALTER TABLE open311_relay ADD FOREIGN KEY (territory_id, organization_id) REFERENCES open311_server;
CREATE INDEX open311_relay_sent ON open311_relay (territory_id, organization_id, id)
  WHERE status = 'sent';
