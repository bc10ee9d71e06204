-- Territories whose requests are to be counted again, and how far that went: a migration that adds
-- figures writes a row for each, and what was counted before it shows them too.
CREATE TABLE request_recount (
  territory_id uuid NOT NULL,
  -- The last request that was counted again; absent when none was.
  after_id uuid,
  PRIMARY KEY (territory_id)
);
SELECT app.distribute('request_recount', 'territory_id', 'request_fact');

-- 202611291000 added promises and satisfaction, and left them empty on what was there.
INSERT INTO request_recount (territory_id) SELECT DISTINCT territory_id FROM request_fact;
