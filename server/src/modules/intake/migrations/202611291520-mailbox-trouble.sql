-- A mailbox that cannot be read: its row lives as long as its trouble does.
CREATE TABLE mailbox_trouble (
  territory_id uuid        NOT NULL,
  -- Its address without password, as in mailbox_cursor.
  mailbox      text        NOT NULL,
  fault        text        NOT NULL CHECK (fault IN
    ('refused', 'unreachable', 'unknown-host', 'insecure', 'no-folder')),
  since        timestamptz NOT NULL,
  PRIMARY KEY (territory_id, mailbox)
);
SELECT app.distribute('mailbox_trouble', 'territory_id', 'inbound_message');
