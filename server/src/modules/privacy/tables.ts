import type { JsonColumn } from '../../platform/db/index.ts';

export interface PrivacyTables {
  privacy_setting: {
    territory_id: string;
    retention: JsonColumn<Record<string, number>>;
    salt: string;
    version: number;
  };
}
