-- One row per service request, for counting: what, where, when. Nobody: neither the resident nor
-- the agent, and a test reads this table's columns to keep it so.
CREATE TABLE request_fact (
  territory_id    uuid        NOT NULL,
  request_id      uuid        NOT NULL,
  service_code    text        NOT NULL,
  service_name    text        NOT NULL,
  service_group   text        NOT NULL,
  organization_id uuid,
  commune_id      uuid,
  channel         text        NOT NULL,
  received_at     timestamptz NOT NULL,
  triaged_at      timestamptz,
  planned_at      timestamptz,
  closed_at       timestamptz,
  outcome         text        CHECK (outcome IN ('done', 'answered', 'rejected')),
  reopened_count  integer     NOT NULL,
  -- Of the request when it was read: a reading that comes late never hides a newer one.
  request_version integer     NOT NULL,
  PRIMARY KEY (territory_id, request_id),
  CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
SELECT app.distribute('request_fact', 'territory_id');
CREATE INDEX request_fact_received ON request_fact (territory_id, received_at);
CREATE INDEX request_fact_closed ON request_fact (territory_id, closed_at)
  WHERE closed_at IS NOT NULL;
CREATE INDEX request_fact_open ON request_fact (territory_id, received_at)
  WHERE closed_at IS NULL;
