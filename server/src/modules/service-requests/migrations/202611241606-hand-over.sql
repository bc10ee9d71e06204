-- How often the request changed hands, and whether two organizations disagree whose it is.
ALTER TABLE service_request ADD COLUMN hops smallint NOT NULL DEFAULT 0;
ALTER TABLE service_request ADD COLUMN contested boolean NOT NULL DEFAULT false;
-- Who decides at its place when nobody is sure.
ALTER TABLE service_request ADD COLUMN orienting_organization_id uuid;
-- Authorities that act at the same place for something else: they read along, and may comment.
ALTER TABLE service_request ADD COLUMN concerned_organization_ids uuid[] NOT NULL DEFAULT '{}';

-- The queue of what somebody must orient.
CREATE INDEX service_request_to_orient
  ON service_request (territory_id, organization_id, priority, received_at, id)
  WHERE closed_at IS NULL AND assignment = 'unclear';

-- Who said « not ours », and why.
CREATE TABLE service_request_refusal (
  territory_id       uuid        NOT NULL,
  id                 uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  organization_id    uuid        NOT NULL,
  reason             text        NOT NULL,
  note               text        NOT NULL,
  at                 timestamptz NOT NULL,
  -- It no longer binds: service or place was corrected, or a person insisted.
  lifted_at          timestamptz,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('service_request_refusal', 'territory_id', 'service');
ALTER TABLE service_request_refusal
  ADD FOREIGN KEY (territory_id, service_request_id) REFERENCES service_request ON DELETE CASCADE;
CREATE INDEX service_request_refusal_of
  ON service_request_refusal (territory_id, service_request_id, at);
