-- What signs the addresses that residents answer to; made once by the program.
CREATE TABLE reply_key (
  territory_id uuid        NOT NULL,
  secret       text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (territory_id)
);
SELECT app.distribute('reply_key', 'territory_id', 'message');
