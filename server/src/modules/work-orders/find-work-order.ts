import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import type { Reader } from './list-work-orders.ts';
import { crewIdsOf } from './neighbours.ts';
import { mayRead } from './policy.ts';
import { present } from './present.ts';
import type { WorkOrderView } from './schemas.ts';
import { findWorkOrder as find } from './store.ts';

/** @throws Problem `not-found` when it does not exist, or is none of the reader's business */
export async function findWorkOrder(
  platform: Platform,
  reader: Reader,
  id: string,
): Promise<WorkOrderView> {
  const tx = platform.db.read;
  const order = await find(tx, reader.territoryId, id);
  const crewIds = await crewIdsOf(tx, reader);
  ensure(order && mayRead(reader.actor, crewIds, order), commonProblems.notFound);
  return present(tx, reader, order);
}
