-- Where people go: what makes a broken lamp matter to more of them. Few among all features.
CREATE INDEX map_feature_site ON map_feature USING gist (territory_id, area)
  WHERE kind IN ('school', 'kindergarten', 'nursery', 'college', 'hospital', 'clinic', 'care-home',
    'market', 'marketplace', 'playground', 'station', 'bus-stop', 'tram-stop')
    OR road_class IN ('national', 'departmental');
