-- One visit of a crew to a place. Nothing here says which person of the crew did what, or when:
-- the minutes spent are those of the job.
CREATE TABLE work_order (
  territory_id       uuid        NOT NULL,
  id                 uuid        NOT NULL,
  number             text        NOT NULL,
  organization_id    uuid        NOT NULL,
  crew_id            uuid        NOT NULL,
  service_request_id uuid,
  title              text        NOT NULL,
  instructions       text        NOT NULL,
  status             text        NOT NULL
    CHECK (status IN ('planned', 'started', 'completed', 'failed', 'cancelled')),
  point              point,
  address            text        NOT NULL,
  commune_name       text        NOT NULL,
  severity           smallint    NOT NULL CHECK (severity BETWEEN 1 AND 4),
  urgency            smallint    NOT NULL CHECK (urgency BETWEEN 1 AND 4),
  scheduled_start    timestamptz NOT NULL,
  estimated_minutes  integer     NOT NULL CHECK (estimated_minutes > 0),
  started_at         timestamptz,
  ended_at           timestamptz,
  outcome            text,
  failure_reason     text
    CHECK (failure_reason IN ('access', 'material', 'danger', 'not-found', 'other')),
  minutes_spent      integer     CHECK (minutes_spent >= 0),
  created_at         timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL,
  version            integer     NOT NULL,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, number)
);
SELECT app.distribute('work_order', 'territory_id');
CREATE INDEX work_order_of_crew ON work_order (territory_id, crew_id, scheduled_start);
CREATE INDEX work_order_in_time ON work_order (territory_id, scheduled_start, id);
CREATE INDEX work_order_of_request ON work_order (territory_id, service_request_id)
  WHERE service_request_id IS NOT NULL;
-- Two dispatchers who plan at once the same request: the second is told of the first.
CREATE UNIQUE INDEX work_order_active ON work_order (territory_id, service_request_id)
  WHERE status IN ('planned', 'started');

-- Pictures taken on the spot, before or after the work. The file itself is the platform's.
CREATE TABLE work_order_photo (
  territory_id  uuid        NOT NULL,
  work_order_id uuid        NOT NULL,
  file_id       uuid        NOT NULL,
  kind          text        NOT NULL CHECK (kind IN ('before', 'after')),
  at            timestamptz NOT NULL,
  PRIMARY KEY (territory_id, work_order_id, file_id)
);
SELECT app.distribute('work_order_photo', 'territory_id', 'work_order');
ALTER TABLE work_order_photo ADD FOREIGN KEY (territory_id, work_order_id)
  REFERENCES work_order (territory_id, id) ON DELETE CASCADE;

-- The last number given in a year: taken under its row's lock, so two orders never share one.
CREATE TABLE work_order_number (
  territory_id uuid     NOT NULL,
  year         smallint NOT NULL,
  last         integer  NOT NULL,
  PRIMARY KEY (territory_id, year)
);
SELECT app.distribute('work_order_number', 'territory_id', 'work_order');
