-- A rule says yes, no, or « of community interest », as the State's register does (BANATIC).
ALTER TABLE competence ADD COLUMN value text NOT NULL DEFAULT 'yes';
-- What a deliberation declared of community interest, {roads, places}; absent: not known here.
ALTER TABLE competence ADD COLUMN declared jsonb;
-- Organizations that own the road or the object; absent: whoever does.
ALTER TABLE competence ADD COLUMN owner_ids uuid[];
ALTER TABLE competence ADD COLUMN version integer NOT NULL DEFAULT 1;

ALTER TABLE competence ADD CONSTRAINT competence_value
  CHECK (value IN ('yes', 'no', 'community-interest'));
ALTER TABLE competence ADD CONSTRAINT competence_declared
  CHECK (declared IS NULL OR value = 'community-interest');
