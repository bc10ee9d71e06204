export interface DuplicateTables {
  duplicate_rule_set: {
    territory_id: string;
    version: number;
  };
  duplicate_rule: {
    territory_id: string;
    service_code: string;
    radius_metres: number;
    open_days: number;
    past_days: number;
    confused_with: string[];
  };
}
