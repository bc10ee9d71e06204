-- The knowledge base: what to answer to what residents ask most.
CREATE TABLE reply_template (
  territory_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  -- Null: shared by every organization of the territory.
  organization_id uuid,
  version         int         NOT NULL,
  status          text        NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
  language        text        NOT NULL CHECK (language IN ('fr', 'en')),
  title           text        NOT NULL,
  purposes        text[]      NOT NULL CHECK (cardinality(purposes) > 0
    AND purposes <@ ARRAY['answer', 'reject', 'ask', 'note']),
  -- Empty, both: for any service.
  service_codes   text[]      NOT NULL,
  service_groups  text[]      NOT NULL,
  tags            text[]      NOT NULL,
  subject         text        NOT NULL,
  body            text        NOT NULL,
  -- What to say at the desk; no resident reads it.
  desk_note       text        NOT NULL,
  -- Title and tags in one text: array_to_string may not stand in a generated column.
  headings        text        NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('app.french', headings), 'A')
    || setweight(to_tsvector('app.french', subject || ' ' || body), 'B')
    || setweight(to_tsvector('app.french', desk_note), 'C')) STORED,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('reply_template', 'territory_id');
CREATE INDEX reply_template_list ON reply_template (territory_id, status, title, id);

-- Each change as it was: nothing that was ever sent from a template is lost.
CREATE TABLE reply_template_version (
  territory_id uuid        NOT NULL,
  template_id  uuid        NOT NULL,
  version      int         NOT NULL,
  status       text        NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
  content      jsonb       NOT NULL,
  author_name  text        NOT NULL,
  reason       text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (territory_id, template_id, version)
);
SELECT app.distribute('reply_template_version', 'territory_id', 'reply_template');
ALTER TABLE reply_template_version
  ADD FOREIGN KEY (territory_id, template_id) REFERENCES reply_template ON DELETE CASCADE;
