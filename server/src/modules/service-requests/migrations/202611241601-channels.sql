-- Every way in which people reach the town. Which they are is the program's to say (`model.ts`):
-- the column is text so that a further one needs no lock on a table of millions.
ALTER TABLE service_request DROP CONSTRAINT service_request_channel_check;

-- The service of what comes without one, in every catalogue that exists (`default-catalogue/unsorted.ts`).
INSERT INTO service (territory_id, code, position, name, description, service_group, keywords,
                     questions, emergency_notice, default_severity, default_urgency, target_days, offered)
SELECT territory_id, 'unsorted', max(position) + 1, 'À préciser',
       'Reçue sans prestation : une personne la lit et choisit.', 'Autres', '{}', '[]', NULL, 2, 2, NULL, false
  FROM service GROUP BY territory_id
ON CONFLICT (territory_id, code) DO NOTHING;
