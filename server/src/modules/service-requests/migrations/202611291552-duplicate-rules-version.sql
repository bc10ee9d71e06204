-- How often the rules of duplicates were changed: what their editor saw.
CREATE TABLE duplicate_rule_set (
  territory_id uuid PRIMARY KEY,
  version      int  NOT NULL
);
SELECT app.distribute('duplicate_rule_set', 'territory_id', 'service');
