import type { Selectable } from 'kysely';
import type { StoredEvent } from './event.ts';
import type { EventTables } from './tables.ts';

/** What the story of a thing is told from. */
export const COLUMNS = [
  'territory_id',
  'id',
  'type',
  'subject',
  'organization_id',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'reason',
  'data',
] as const satisfies (keyof EventTables['event'])[];

export type EventRow = Pick<Selectable<EventTables['event']>, (typeof COLUMNS)[number]>;

export function fromRow(row: EventRow): StoredEvent {
  return {
    territoryId: row.territory_id,
    id: row.id,
    type: row.type,
    subject: row.subject,
    organizationId: row.organization_id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    reason: row.reason,
    data: row.data,
  };
}
