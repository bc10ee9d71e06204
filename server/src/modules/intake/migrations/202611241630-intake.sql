-- Everything that reached the town without a form, as it came: kept first, read afterwards.
CREATE TABLE inbound_message (
  territory_id         uuid        NOT NULL,
  id                   uuid        NOT NULL,
  source               text        NOT NULL CHECK (source IN ('mail', 'sms', 'social', 'letter')),
  -- Its identity where it came from: a mailbox's UIDVALIDITY and UID, a gateway's own number.
  source_key           text        NOT NULL,
  -- The raw bytes lie in the store of documents; null when the columns below are all there is.
  raw_sha256           text,
  raw_bytes            int         NOT NULL DEFAULT 0,
  -- Whether only the beginning of it was taken: it was too large.
  truncated            boolean     NOT NULL DEFAULT false,
  state                text        NOT NULL CHECK (state IN
    ('received', 'waiting', 'request', 'words', 'bounce', 'stop', 'ignored', 'held')),
  -- Why it is ignored or held: a word of the program's (model.ts).
  reason               text,
  -- Who wrote, as they said: an address, a number, a name on a network.
  sender_address       text        NOT NULL DEFAULT '',
  sender_name          text        NOT NULL DEFAULT '',
  subject              text        NOT NULL DEFAULT '',
  -- What they wrote themselves, without quotations and signature.
  text                 text        NOT NULL DEFAULT '',
  message_id           text,
  -- What the source alone knows: a network and a link, the date of a postmark, the part of an SMS.
  origin               jsonb       NOT NULL DEFAULT '{}',
  -- Files that were not kept, by name.
  left_out             text[]      NOT NULL DEFAULT '{}',
  -- The request that it made, or whose words it is.
  service_request_id   uuid,
  -- A request that it names, though nothing proves that its author is concerned.
  mentioned_request_id uuid,
  received_at          timestamptz NOT NULL,
  kept_at              timestamptz NOT NULL,
  read_at              timestamptz,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, source, source_key)
);
SELECT app.distribute('inbound_message', 'territory_id');
CREATE INDEX inbound_message_by_date ON inbound_message (territory_id, kept_at, id);
CREATE INDEX inbound_message_to_see ON inbound_message (territory_id, kept_at, id)
  WHERE state IN ('held', 'waiting', 'received');
CREATE INDEX inbound_message_of_sender ON inbound_message (territory_id, sender_address, kept_at);
-- How many requests were made lately, of one source: what tells a flood.
CREATE INDEX inbound_message_made ON inbound_message (territory_id, source, kept_at)
  WHERE state = 'request';
CREATE INDEX inbound_message_of_request ON inbound_message (territory_id, service_request_id)
  WHERE service_request_id IS NOT NULL;
CREATE INDEX inbound_message_by_message_id ON inbound_message (territory_id, message_id)
  WHERE message_id IS NOT NULL;

-- A file that came with it. Photos are among the files of everyone (`file_id`); all else is for
-- operators alone, never shown but downloaded.
CREATE TABLE inbound_attachment (
  territory_id       uuid NOT NULL,
  id                 uuid NOT NULL,
  inbound_message_id uuid NOT NULL,
  position           int  NOT NULL,
  name               text NOT NULL,
  -- As its first bytes say; application/octet-stream when they say nothing that we know.
  type               text NOT NULL,
  bytes              int  NOT NULL,
  sha256             text,
  file_id            uuid,
  PRIMARY KEY (territory_id, id)
);
SELECT app.distribute('inbound_attachment', 'territory_id', 'inbound_message');
ALTER TABLE inbound_attachment
  ADD FOREIGN KEY (territory_id, inbound_message_id) REFERENCES inbound_message ON DELETE CASCADE;
CREATE INDEX inbound_attachment_of_message
  ON inbound_attachment (territory_id, inbound_message_id, position);

-- How far a mailbox has been read, moved in the transaction that keeps what was read.
CREATE TABLE mailbox_cursor (
  territory_id uuid        NOT NULL,
  -- Its address without password.
  mailbox      text        NOT NULL,
  -- RFC 3501 §2.3.1.1: another validity, and the numbers begin anew.
  uid_validity bigint      NOT NULL,
  last_uid     bigint      NOT NULL,
  moved_at     timestamptz NOT NULL,
  PRIMARY KEY (territory_id, mailbox)
);
SELECT app.distribute('mailbox_cursor', 'territory_id', 'inbound_message');
