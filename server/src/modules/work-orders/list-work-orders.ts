import type { Actor } from '../../platform/acts/index.ts';
import { organizationsOf } from '../../platform/acts/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import type { Status } from './model.ts';
import { crewIdsOf } from './neighbours.ts';
import { READERS } from './policy.ts';
import { presentAll } from './present.ts';
import type { ListQuery, WorkOrderView } from './schemas.ts';
import { listWorkOrders as list } from './store.ts';

/** Who reads, and where. */
export interface Reader {
  territoryId: string;
  actor: Actor;
}

/**
 * The work orders that the actor may see, a page at a time.
 *
 * With `from`, the planning ahead: the earliest first. Without, the history: the latest first.
 */
export async function listWorkOrders(
  platform: Platform,
  reader: Reader,
  query: ListQuery,
): Promise<{ items: WorkOrderView[]; nextCursor: string | null }> {
  const tx = platform.db.read;
  const { territoryId, actor } = reader;
  const limit = limitOf(query);
  const orders = await list(tx, territoryId, {
    reach: {
      organizationIds: organizationsOf(actor, ...READERS),
      crewIds: await crewIdsOf(tx, reader),
    },
    crewId: query.crewId,
    serviceRequestId: query.serviceRequestId,
    statuses: query.status?.split(',') as Status[] | undefined,
    from: query.from === undefined ? undefined : new Date(query.from),
    to: query.to === undefined ? undefined : new Date(query.to),
    order: query.from === undefined ? 'desc' : 'asc',
    after: placeOf(query.cursor),
    limit: limit + 1,
  });
  const views = await presentAll(tx, reader, orders.slice(0, limit));
  return cutPage(
    orders,
    limit,
    (order) => views.get(order.id) as WorkOrderView,
    (order) => [order.scheduledStart.getTime(), order.id],
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws Problem `validation` when the cursor is not one that we made */
function placeOf(cursor: string | undefined): { scheduledStart: Date; id: string } | undefined {
  const keys = decodeCursor(cursor, 2);
  if (!keys) return undefined;
  const [time, id] = keys;
  const made = typeof time === 'number' && Number.isSafeInteger(time) && UUID.test(String(id));
  ensure(made, () =>
    commonProblems.validation({
      errors: [{ pointer: '/cursor', detail: 'Ce curseur n’existe pas.' }],
    }),
  );
  return { scheduledStart: new Date(time as number), id: String(id) };
}
