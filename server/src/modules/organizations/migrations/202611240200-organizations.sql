-- Who shares this territory, where each one acts, and on what.

CREATE TABLE territory (
  territory_id uuid PRIMARY KEY,
  slug text NOT NULL,
  name text NOT NULL,
  center point NOT NULL,
  west float8 NOT NULL,
  south float8 NOT NULL,
  east float8 NOT NULL,
  north float8 NOT NULL,
  phone text,
  email text,
  address text,
  demonstration boolean NOT NULL,
  hostnames text[] NOT NULL,
  -- Changes with every organization, boundary or competence: what a process keeps in memory is
  -- good as long as this is the same. A number could come back after a rollback; this cannot.
  directory_version uuid NOT NULL,
  founded_at timestamptz NOT NULL
);

CREATE TABLE organization (
  territory_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('commune', 'epci', 'departement', 'operator')),
  name text NOT NULL,
  -- INSEE code of a commune or a département, SIREN of an EPCI or an operator.
  code text NOT NULL,
  siren text,
  population integer,
  population_year integer,
  -- Which count of which publication: the sources of communes and of EPCI differ by a year.
  population_source text,
  email text,
  phone text,
  boundary jsonb,
  west float8,
  south float8,
  east float8,
  north float8,
  -- Receives what nobody is sure about, inside its boundary.
  orientation boolean NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (territory_id, id)
);

CREATE TABLE competence (
  territory_id uuid NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  -- Absent means any.
  service_code text,
  service_group text,
  road_classes text[],
  road_numbers text[],
  built_up boolean,
  -- Within whose boundary; absent: its own.
  area_organization_id uuid,
  priority integer NOT NULL,
  valid_from date NOT NULL,
  -- First day when the rule no longer holds.
  valid_until date,
  reason text NOT NULL,
  PRIMARY KEY (territory_id, id),
  CHECK (service_code IS NULL OR service_group IS NULL),
  CHECK (valid_until IS NULL OR valid_until > valid_from)
);

CREATE TABLE crew (
  territory_id uuid NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  name text NOT NULL,
  skills text[] NOT NULL,
  vehicle text,
  version integer NOT NULL,
  PRIMARY KEY (territory_id, id)
);

CREATE TABLE crew_member (
  territory_id uuid NOT NULL,
  crew_id uuid NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (territory_id, crew_id, account_id)
);

SELECT app.distribute('territory', 'territory_id');
SELECT app.distribute('organization', 'territory_id', 'territory');
SELECT app.distribute('competence', 'territory_id', 'territory');
SELECT app.distribute('crew', 'territory_id', 'territory');
SELECT app.distribute('crew_member', 'territory_id', 'territory');

ALTER TABLE organization ADD FOREIGN KEY (territory_id) REFERENCES territory;
ALTER TABLE competence ADD FOREIGN KEY (territory_id, organization_id) REFERENCES organization;
ALTER TABLE competence ADD FOREIGN KEY (territory_id, area_organization_id) REFERENCES organization;
ALTER TABLE crew ADD FOREIGN KEY (territory_id, organization_id) REFERENCES organization;
ALTER TABLE crew_member ADD FOREIGN KEY (territory_id, crew_id) REFERENCES crew ON DELETE CASCADE;

CREATE UNIQUE INDEX organization_code ON organization (territory_id, kind, code);
CREATE UNIQUE INDEX crew_name ON crew (territory_id, organization_id, name);
CREATE INDEX crew_of_account ON crew_member (territory_id, account_id);
CREATE INDEX competence_of_organization ON competence (territory_id, organization_id);
