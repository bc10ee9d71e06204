-- The number of the seal that covers the event; null until the next one.
ALTER TABLE event ADD COLUMN seal integer;
CREATE INDEX event_to_seal ON event (territory_id, id) WHERE seal IS NULL;

-- One link of the chain: what was in the log, and what the link before said.
CREATE TABLE event_seal (
  territory_id uuid        NOT NULL,
  number       integer     NOT NULL CHECK (number > 0),
  previous     text        NOT NULL,
  root         text        NOT NULL,
  events       integer     NOT NULL CHECK (events > 0),
  at           timestamptz NOT NULL,
  hash         text        NOT NULL,
  PRIMARY KEY (territory_id, number)
);
SELECT app.distribute('event_seal', 'territory_id', 'event');

-- What a sealed event was: its digest, in which words stand as a mark made with a salt. To erase the
-- words is to forget the salt: the digest stays true and tells nothing more.
CREATE TABLE event_leaf (
  territory_id uuid    NOT NULL,
  event_id     uuid    NOT NULL,
  seal         integer NOT NULL,
  hash         text    NOT NULL,
  words        text,
  salt         text,
  -- The event that tells that words were taken away, with the mark of those that remain.
  redacted_by  uuid,
  PRIMARY KEY (territory_id, event_id)
);
SELECT app.distribute('event_leaf', 'territory_id', 'event');
ALTER TABLE event_leaf ADD FOREIGN KEY (territory_id, seal) REFERENCES event_seal (territory_id, number);
CREATE INDEX event_leaf_of_seal ON event_leaf (territory_id, seal, event_id);

-- The last time that the whole log was read again, and what was found.
CREATE TABLE event_audit (
  territory_id uuid        NOT NULL PRIMARY KEY,
  at           timestamptz NOT NULL,
  number       integer     NOT NULL,
  hash         text        NOT NULL,
  events       integer     NOT NULL,
  sealed_until timestamptz,
  faults       jsonb       NOT NULL
);
SELECT app.distribute('event_audit', 'territory_id', 'event');
