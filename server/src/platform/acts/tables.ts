import type { JsonColumn } from '../db/index.ts';

export interface ActTables {
  idempotency_key: {
    territory_id: string;
    actor: string;
    key: string;
    fingerprint: string;
    result: JsonColumn<unknown> | null;
    created_at: Date;
  };
}
