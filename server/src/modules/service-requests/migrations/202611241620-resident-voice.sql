-- What the resident is asked, what followers dispute, and what showed that it was done.
ALTER TABLE service_request
  -- Since when the town waits for the resident's answer to its question.
  ADD COLUMN waiting_since  timestamptz,
  -- How often it was closed too soon, by whomever it was reopened.
  ADD COLUMN reopened_count int NOT NULL DEFAULT 0,
  -- Since when a follower says that it is not done, and nobody of the town has acted.
  ADD COLUMN disputed_at    timestamptz,
  -- Since when words of the resident wait to be read.
  ADD COLUMN wrote_at       timestamptz,
  ADD COLUMN evidence       text CHECK (evidence IN ('photo', 'work-order', 'reason'));
CREATE INDEX service_request_waiting
  ON service_request (territory_id, organization_id, waiting_since) WHERE waiting_since IS NOT NULL;
CREATE INDEX service_request_wrote
  ON service_request (territory_id, organization_id, wrote_at) WHERE wrote_at IS NOT NULL;
-- The top of every inbox.
CREATE INDEX service_request_disputed
  ON service_request (territory_id, organization_id, received_at, id) WHERE disputed_at IS NOT NULL;

-- One answer to « êtes-vous satisfait ? » for each person who follows a request. Who gave it is a
-- digest: enough to change one's mind, not to name anyone.
CREATE TABLE service_request_rating (
  territory_id       uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  voter              text        NOT NULL,
  score              smallint    NOT NULL CHECK (score BETWEEN 1 AND 3),
  comment            text,
  at                 timestamptz NOT NULL,
  PRIMARY KEY (territory_id, service_request_id, voter)
);
SELECT app.distribute('service_request_rating', 'territory_id', 'service');
ALTER TABLE service_request_rating
  ADD FOREIGN KEY (territory_id, service_request_id) REFERENCES service_request ON DELETE CASCADE;
