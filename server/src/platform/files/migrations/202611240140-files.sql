-- What was uploaded. The bytes lie in the blob store under their SHA-256; this row says what they are.
CREATE TABLE file (
  territory_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  sha256       text        NOT NULL,
  thumb_sha256 text        NOT NULL,
  type         text        NOT NULL,
  width        integer     NOT NULL,
  height       integer     NOT NULL,
  bytes        integer     NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('file', 'territory_id');
