-- Requests about one thing are joined to one of them, their leader. Groups never chain: a leader is
-- joined to nothing. What a joined request was stays in its own columns, for the day when it is
-- taken out again.
ALTER TABLE service_request
  ADD COLUMN merged_into_id   uuid,
  -- How many are joined to this one.
  ADD COLUMN duplicates_count smallint NOT NULL DEFAULT 0,
  ADD CHECK (merged_into_id IS NULL OR duplicates_count = 0),
  ADD FOREIGN KEY (territory_id, merged_into_id) REFERENCES service_request (territory_id, id);

CREATE INDEX service_request_joined
  ON service_request (territory_id, merged_into_id) WHERE merged_into_id IS NOT NULL;

-- The inbox and the map of what is open show a group once.
DROP INDEX service_request_inbox;
CREATE INDEX service_request_inbox
  ON service_request (territory_id, organization_id, priority, received_at, id) INCLUDE (point)
  WHERE closed_at IS NULL AND merged_into_id IS NULL;

-- What is open around a place: among all that was ever reported there, the few that still matter.
CREATE INDEX service_request_open_place
  ON service_request USING gist (point) WHERE closed_at IS NULL AND merged_into_id IS NULL;

-- How near and how recent two reports of one thing are, where a territory judges otherwise than we.
CREATE TABLE duplicate_rule (
  territory_id  uuid   NOT NULL,
  service_code  text   NOT NULL,
  -- Metres around; 0 proposes nothing.
  radius_metres int    NOT NULL CHECK (radius_metres BETWEEN 0 AND 500),
  -- Days since an open one was received, and since a past one was closed.
  open_days     int    NOT NULL CHECK (open_days BETWEEN 1 AND 3650),
  past_days     int    NOT NULL CHECK (past_days BETWEEN 0 AND 365),
  -- Codes of services that residents take for this one.
  confused_with text[] NOT NULL,
  PRIMARY KEY (territory_id, service_code)
);
SELECT app.distribute('duplicate_rule', 'territory_id', 'service');
