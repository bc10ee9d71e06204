import type { Actor } from '../acts/index.ts';
import type { JsonColumn } from '../db/index.ts';

export interface EventTables {
  event: {
    territory_id: string;
    id: string;
    type: string;
    subject: string;
    organization_id: string | null;
    at: Date;
    actor_kind: Actor['kind'];
    actor_id: string | null;
    actor_name: string;
    reason: string | null;
    data: JsonColumn<Record<string, unknown>>;
    request_id: string;
    /** Number of the seal that covers it; null until the next one. */
    seal: number | null;
  };
  event_acknowledgement: {
    territory_id: string;
    event_id: string;
    reaction: string;
    at: Date;
  };
}
