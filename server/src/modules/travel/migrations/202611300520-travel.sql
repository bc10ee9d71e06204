-- The streets of a territory as an extract showed them; the newest is the one that is driven on.
CREATE TABLE street_network (
  territory_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  imported_at  timestamptz NOT NULL,
  -- The file's own name, for people.
  source       text        NOT NULL,
  junctions    int         NOT NULL,
  segments     int         NOT NULL,
  -- As engines/streets writes it.
  network      bytea       NOT NULL,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('street_network', 'territory_id');

-- The same streets with their shortcuts for one class of vehicle: seconds of work, done at the import.
CREATE TABLE street_hierarchy (
  territory_id uuid  NOT NULL,
  network_id   uuid  NOT NULL,
  vehicle      text  NOT NULL,
  hierarchy    bytea NOT NULL,
  PRIMARY KEY (territory_id, network_id, vehicle)
);
SELECT app.distribute('street_hierarchy', 'territory_id', 'street_network');
ALTER TABLE street_hierarchy
  ADD FOREIGN KEY (territory_id, network_id) REFERENCES street_network ON DELETE CASCADE;
