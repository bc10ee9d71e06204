CREATE TABLE privacy_setting (
  territory_id uuid  NOT NULL PRIMARY KEY,
  -- Code of a declaration → days, where they are not the declaration's own.
  retention    jsonb NOT NULL,
  -- With which people are named in the log without being named.
  salt         text  NOT NULL,
  version      int   NOT NULL
);
SELECT app.distribute('privacy_setting', 'territory_id');
