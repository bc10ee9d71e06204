/** All that this module asks of others, in one place: crews, communes, and the requests it answers. */
import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Crew, crewsById, crewsOfAccount } from '../organizations/index.ts';

export type { Crew } from '../organizations/index.ts';
export { findCommune } from '../organizations/index.ts';
export {
  maskFor,
  type RequestForWorkOrder,
  requestsForWorkOrders,
  requestsOfSubject,
} from '../service-requests/index.ts';

/** Crews by id. */
export const findCrews = crewsById;

export async function findCrew(tx: Tx, territoryId: string, id: string): Promise<Crew | undefined> {
  return (await crewsById(tx, territoryId, [id])).get(id);
}

/** The crews of whoever acts or reads, by name; of people only. */
export async function crewsOf(
  tx: Tx,
  { territoryId, actor }: { territoryId: string; actor: Actor },
): Promise<Crew[]> {
  if (actor.kind !== 'account' || actor.id === null) return [];
  return crewsOfAccount(tx, territoryId, actor.id);
}

export async function crewIdsOf(
  tx: Tx,
  reader: { territoryId: string; actor: Actor },
): Promise<string[]> {
  return (await crewsOf(tx, reader)).map(({ id }) => id);
}
