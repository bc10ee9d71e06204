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
  -- Set when something refers to it; what nothing ever claimed is forgotten after two days.
  attached_at  timestamptz,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('file', 'territory_id');
CREATE INDEX file_of_content ON file (territory_id, sha256);
CREATE INDEX file_unclaimed ON file (territory_id, created_at) WHERE attached_at IS NULL;
