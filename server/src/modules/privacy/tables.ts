import type { JsonColumn } from '../../platform/db/index.ts';

/** Who answers for what is held, and whom to write to; an empty text is not said. */
export interface PrivacyContact {
  /** Name of the authority that decides. */
  controller: string;
  /** Name or office of the data protection officer. */
  officer: string;
  email: string;
  phone: string;
  address: string;
}

export interface PrivacyTables {
  privacy_setting: {
    territory_id: string;
    retention: JsonColumn<Record<string, number>>;
    salt: string;
    contact: JsonColumn<PrivacyContact> | null;
    version: number;
  };
}
