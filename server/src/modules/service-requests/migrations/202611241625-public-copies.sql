-- What everyone may read of a request's own words and pictures: masked, and read by a person first
-- unless the territory decided otherwise.
CREATE TABLE public_copy (
  territory_id       uuid        NOT NULL,
  service_request_id uuid        NOT NULL,
  -- Masked by the program, or as a person of the town wrote it.
  text               text        NOT NULL,
  -- Kinds of what was masked: a name, a phone number…
  masked             text[]      NOT NULL,
  text_state         text        NOT NULL CHECK (text_state IN ('waiting', 'published', 'hidden', 'flagged')),
  -- A person has kept it though a reader had flagged it: the next flag asks, and hides nothing.
  kept               boolean     NOT NULL,
  photos_waiting     boolean     NOT NULL,
  shown_photo_ids    uuid[]      NOT NULL,
  hidden_photo_ids   uuid[]      NOT NULL,
  flagged_photo_ids  uuid[]      NOT NULL,
  -- Since when something waits to be read.
  since              timestamptz NOT NULL,
  PRIMARY KEY (territory_id, service_request_id)
);
SELECT app.distribute('public_copy', 'territory_id', 'service');
ALTER TABLE public_copy
  ADD FOREIGN KEY (territory_id, service_request_id) REFERENCES service_request ON DELETE CASCADE;
CREATE INDEX public_copy_to_read ON public_copy (territory_id, since, service_request_id)
  WHERE text_state IN ('waiting', 'flagged') OR photos_waiting OR flagged_photo_ids <> '{}';

-- What a territory shows of its requests; a territory without a row has the usual setting.
CREATE TABLE public_copy_setting (
  territory_id       uuid     NOT NULL PRIMARY KEY,
  text_policy        text     NOT NULL CHECK (text_policy IN ('off', 'moderated', 'at-once')),
  photo_policy       text     NOT NULL CHECK (photo_policy IN ('off', 'moderated', 'at-once')),
  days_after_closing smallint NOT NULL CHECK (days_after_closing BETWEEN 0 AND 3650),
  -- Services that are shown otherwise: {"<code>": {"shown": true, "daysAfterClosing": 10}}.
  services           jsonb    NOT NULL,
  version            int      NOT NULL
);
SELECT app.distribute('public_copy_setting', 'territory_id', 'service');
