-- What residents may ask for: the catalogue of the territory, as data.
CREATE TABLE service (
  territory_id     uuid     NOT NULL,
  code             text     NOT NULL,
  position         int      NOT NULL,
  name             text     NOT NULL,
  description      text     NOT NULL,
  service_group    text     NOT NULL,
  keywords         text[]   NOT NULL,
  -- Open311 attributes, in the order in which they are asked.
  questions        jsonb    NOT NULL,
  emergency_notice text,
  default_severity smallint NOT NULL CHECK (default_severity BETWEEN 1 AND 4),
  default_urgency  smallint NOT NULL CHECK (default_urgency BETWEEN 1 AND 4),
  -- Calendar days within which the town means to have dealt with it; null promises nothing.
  target_days      smallint CHECK (target_days > 0),
  -- A service that is no longer offered stays, for the requests that name it.
  offered          boolean  NOT NULL,
  PRIMARY KEY (territory_id, code)
);
SELECT app.distribute('service', 'territory_id');

-- Severity × urgency → priority, where a territory judges otherwise than the default grid.
CREATE TABLE priority_grid (
  territory_id uuid     NOT NULL,
  severity     smallint NOT NULL CHECK (severity BETWEEN 1 AND 4),
  urgency      smallint NOT NULL CHECK (urgency BETWEEN 1 AND 4),
  priority     smallint NOT NULL CHECK (priority BETWEEN 1 AND 4),
  PRIMARY KEY (territory_id, severity, urgency)
);
SELECT app.distribute('priority_grid', 'territory_id', 'service');

CREATE TABLE service_request (
  territory_id            uuid        NOT NULL,
  id                      uuid        NOT NULL,
  code                    text        NOT NULL,
  external_reference      text,
  service_code            text        NOT NULL,
  -- As they were called when the request came: a catalogue changes, a file does not.
  service_name            text        NOT NULL,
  service_group           text        NOT NULL,
  description             text        NOT NULL,
  answers                 jsonb       NOT NULL,
  language                text        NOT NULL,
  channel                 text        NOT NULL CHECK (channel IN ('web', 'desk', 'phone', 'letter', 'mail')),
  -- Whether everyone may read the description: what came by Open311, public by contract.
  is_public               boolean     NOT NULL DEFAULT false,
  point                   point,
  address                 text        NOT NULL,
  commune_id              uuid,
  commune_name            text,
  organization_id         uuid,
  -- Those that had it before a transfer: they follow what becomes of it.
  former_organization_ids uuid[]      NOT NULL DEFAULT '{}',
  assignment              text        NOT NULL CHECK (assignment IN ('certain', 'unclear')),
  assignment_reason       text        NOT NULL,
  status                  text        NOT NULL CHECK (status IN
    ('received', 'triaged', 'planned', 'started', 'done', 'answered', 'rejected')),
  severity                smallint    NOT NULL CHECK (severity BETWEEN 1 AND 4),
  urgency                 smallint    NOT NULL CHECK (urgency BETWEEN 1 AND 4),
  priority                smallint    NOT NULL CHECK (priority BETWEEN 1 AND 4),
  -- The only personal data of the module, beside what a resident writes in a description.
  contact_name            text,
  contact_email           text,
  contact_phone           text,
  -- The work order that answers it, as its events told it.
  work_order_id           uuid,
  work_order_number       text,
  work_order_status       text,
  work_order_crew         text,
  work_order_start        timestamptz,
  -- Time of the last work-order event heard: an older one that comes late changes nothing.
  work_order_heard_at     timestamptz,
  photo_count             smallint    NOT NULL DEFAULT 0,
  received_at             timestamptz NOT NULL,
  updated_at              timestamptz NOT NULL,
  closed_at               timestamptz,
  due_at                  timestamptz,
  version                 int         NOT NULL DEFAULT 1,
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('app.french', service_name), 'A')
    || setweight(to_tsvector('app.french', description), 'B')
    || setweight(to_tsvector('app.french', address), 'C')) STORED,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, code),
  CHECK ((closed_at IS NOT NULL) = (status IN ('done', 'answered', 'rejected')))
);
SELECT app.distribute('service_request', 'territory_id', 'service');
ALTER TABLE service_request ADD FOREIGN KEY (territory_id, service_code) REFERENCES service;

-- The inbox: one organization's open requests, most pressing first, longest waiting first.
-- With its point, it also draws the map of what is open without reading the table.
CREATE INDEX service_request_inbox
  ON service_request (territory_id, organization_id, priority, received_at, id) INCLUDE (point)
  WHERE closed_at IS NULL;
CREATE INDEX service_request_by_priority
  ON service_request (territory_id, organization_id, priority, received_at, id);
-- All of them by date: lists, Open311, and full text for a common word (newest matches first).
CREATE INDEX service_request_of_organization
  ON service_request (territory_id, organization_id, received_at, id);
CREATE INDEX service_request_by_date
  ON service_request (territory_id, received_at, id);
CREATE INDEX service_request_of_service
  ON service_request (territory_id, service_code, received_at, id);
CREATE INDEX service_request_of_work_order
  ON service_request (territory_id, work_order_id) WHERE work_order_id IS NOT NULL;
CREATE UNIQUE INDEX service_request_external_reference
  ON service_request (territory_id, external_reference) WHERE external_reference IS NOT NULL;
CREATE INDEX service_request_followed
  ON service_request USING gin (former_organization_ids) WHERE former_organization_ids <> '{}';
-- Neither leads with territory_id: territories do not overlap on the map, and a GIN that began
-- with it would read the territory's whole posting list for every word.
CREATE INDEX service_request_place ON service_request USING gist (point);
CREATE INDEX service_request_words ON service_request USING gin (search);

-- Every word that requests use, once: a misspelt query is mended here, on a small table, rather
-- than by comparing the trigrams of a million descriptions.
CREATE TABLE service_request_word (
  territory_id uuid NOT NULL,
  word         text NOT NULL,
  PRIMARY KEY (territory_id, word)
);
SELECT app.distribute('service_request_word', 'territory_id', 'service');
CREATE INDEX service_request_word_spelling ON service_request_word USING gin (word gin_trgm_ops);

CREATE TABLE service_request_photo (
  territory_id       uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  file_id            uuid        NOT NULL,
  kind               text        NOT NULL CHECK (kind IN ('resident', 'before', 'after')),
  at                 timestamptz NOT NULL,
  PRIMARY KEY (territory_id, service_request_id, file_id)
);
SELECT app.distribute('service_request_photo', 'territory_id', 'service');
ALTER TABLE service_request_photo
  ADD FOREIGN KEY (territory_id, service_request_id) REFERENCES service_request ON DELETE CASCADE;

CREATE TABLE saved_view (
  territory_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  organization_id uuid        NOT NULL,
  account_id      uuid        NOT NULL,
  name            text        NOT NULL,
  query           jsonb       NOT NULL,
  shared          boolean     NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('saved_view', 'territory_id', 'service');
CREATE INDEX saved_view_of_organization ON saved_view (territory_id, organization_id);
