-- `service.target_days` counts working days: the promise of a service that has no commitment below.

-- What the town promises, on which it is held to account, in working time.
CREATE TABLE commitment (
  territory_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  kind            text        NOT NULL CHECK (kind IN ('first-reply', 'resolution')),
  -- Absent means any.
  service_code    text,
  service_group   text,
  priority        smallint    CHECK (priority BETWEEN 1 AND 4),
  working_minutes int         NOT NULL CHECK (working_minutes > 0),
  -- A promise made is kept: a request is held to those of the day when it came.
  valid_from      timestamptz NOT NULL,
  valid_until     timestamptz,
  PRIMARY KEY (territory_id, id),
  CHECK (service_code IS NULL OR service_group IS NULL)
);
SELECT app.distribute('commitment', 'territory_id', 'service');

-- Services whose requests are administrative demands (CRPA L112-3, L231-1, L231-4): silence decides.
CREATE TABLE legal_procedure (
  territory_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  service_code text        NOT NULL,
  silence      text        NOT NULL CHECK (silence IN ('acceptance', 'rejection')),
  months       smallint    NOT NULL CHECK (months BETWEEN 1 AND 24),
  source       text        NOT NULL,
  valid_from   timestamptz NOT NULL,
  valid_until  timestamptz,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('legal_procedure', 'territory_id', 'service');

-- When the town works: one row a territory, and none for the usual office hours.
CREATE TABLE working_week (
  territory_id uuid PRIMARY KEY,
  -- Weekday (1 Monday … 7) → openings, `HH:MM` each.
  openings     jsonb NOT NULL,
  holidays     text  NOT NULL,
  version      int   NOT NULL
);
SELECT app.distribute('working_week', 'territory_id', 'service');

-- The clocks of each request as its log tells them; can be rebuilt from it.
CREATE TABLE request_clock (
  territory_id       uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  kind               text        NOT NULL CHECK (kind IN
    ('first-reply', 'resolution', 'legal-receipt', 'legal-silence')),
  started_at         timestamptz NOT NULL,
  -- Null while it is stopped.
  due_at             timestamptz,
  warn_at            timestamptz,
  met_at             timestamptz,
  warned_at          timestamptz,
  broken_at          timestamptz,
  PRIMARY KEY (territory_id, service_request_id, kind)
);
SELECT app.distribute('request_clock', 'territory_id', 'service');
ALTER TABLE request_clock
  ADD FOREIGN KEY (territory_id, service_request_id) REFERENCES service_request ON DELETE CASCADE;
CREATE INDEX request_clock_to_warn ON request_clock (territory_id, warn_at)
  WHERE met_at IS NULL AND warned_at IS NULL AND warn_at IS NOT NULL;
CREATE INDEX request_clock_to_break ON request_clock (territory_id, due_at)
  WHERE met_at IS NULL AND broken_at IS NULL AND due_at IS NOT NULL;
-- What is late, or soon will be, in the inbox.
CREATE INDEX service_request_due ON service_request (territory_id, organization_id, due_at)
  WHERE closed_at IS NULL;
