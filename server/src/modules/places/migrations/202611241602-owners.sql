-- INSEE code or SIREN of who owns a road, a park or a building, where its publisher tells.
ALTER TABLE map_feature ADD COLUMN owner_code text;
