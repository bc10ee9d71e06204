-- Pictures that another program only gave the address of: fetched by a job, once.
CREATE TABLE service_request_media (
  territory_id       uuid        NOT NULL,
  id                 uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  url                text        NOT NULL,
  status             text        NOT NULL CHECK (status IN ('waiting', 'fetched', 'refused')),
  -- Why it was refused, in French, for the people who deal with the request.
  reason             text,
  attempts           smallint    NOT NULL DEFAULT 0,
  created_at         timestamptz NOT NULL,
  settled_at         timestamptz,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('service_request_media', 'territory_id', 'service');
ALTER TABLE service_request_media
  ADD FOREIGN KEY (territory_id, service_request_id) REFERENCES service_request ON DELETE CASCADE;
CREATE INDEX service_request_media_of_request
  ON service_request_media (territory_id, service_request_id);

-- Open311's `updated_datetime` (the date of closing when closed), for those who follow what changes.
CREATE INDEX service_request_by_update
  ON service_request (territory_id, (COALESCE(closed_at, updated_at)), id);

-- When what may be asked last changed: Open311's `changeset` tells others to read it again.
ALTER TABLE service ADD COLUMN changed_at timestamptz NOT NULL DEFAULT '2026-11-24T00:00:00Z';
