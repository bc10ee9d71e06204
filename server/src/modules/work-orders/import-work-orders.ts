import type { Act } from '../../platform/acts/index.ts';
import { parisDate } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { NewEvent } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { type WORK_ORDER_EVENTS, workOrderEvent } from './events.ts';
import { workOrderNumber } from './model.ts';
import { findCrews } from './neighbours.ts';
import { addPhotos } from './photo-store.ts';
import { problems } from './problems.ts';
import { insertWorkOrders, takeNumbers } from './store.ts';
import type { Photo, WorkOrder } from './work-order.ts';

/** An order of another software, or of the demonstration: already lived, as far as it says. */
export interface ImportedWorkOrder
  extends Omit<WorkOrder, 'id' | 'number' | 'organizationId' | 'updatedAt' | 'version'> {
  /** Chosen by the caller when it must refer to the order. */
  id?: string;
  photos?: Omit<Photo, 'workOrderId'>[];
}

/** Large enough to be fast, small enough for one statement. */
const BATCH = 1_000;

/**
 * Takes in orders with their history, oldest first, all or none.
 *
 * The log receives each step with its own date, but nobody hears it: an import writes to no
 * resident. Numbers are given in the order of creation, after those that the year already has.
 *
 * @returns ids and numbers, in the order given
 * @throws Problem `forbidden` to all but the program itself; `unknown-crew`
 */
export async function importWorkOrders(
  platform: Platform,
  act: Act,
  imported: readonly ImportedWorkOrder[],
): Promise<{ id: string; number: string }[]> {
  ensure(act.actor.kind === 'system');
  return platform.perform(act, async (tx) => {
    const crews = await findCrews(tx, act.territoryId, [...new Set(imported.map((o) => o.crewId))]);
    const numbers = await numberAll(tx, act.territoryId, imported);
    const orders = imported.map((order, index): WorkOrder => {
      const crew = crews.get(order.crewId);
      if (!crew) throw problems.unknownCrew();
      const { photos: _, ...facts } = order;
      return {
        ...facts,
        id: order.id ?? uuidv7(platform.clock),
        number: numbers[index] as string,
        organizationId: crew.organizationId,
        updatedAt: order.endedAt ?? order.startedAt ?? order.createdAt,
        version: stepsOf(order).length,
      };
    });
    for (let start = 0; start < orders.length; start += BATCH) {
      const batch = orders.slice(start, start + BATCH);
      const photos = batch.flatMap(({ id }, index) =>
        (imported[start + index]?.photos ?? []).map((photo) => ({ ...photo, workOrderId: id })),
      );
      await insertWorkOrders(tx, act.territoryId, batch);
      await addPhotos(tx, act.territoryId, photos);
      const fileIds = photos.map(({ fileId }) => fileId);
      await platform.files.attach(tx, act.territoryId, fileIds, act.at);
      await platform.events.record(
        tx,
        act,
        batch.flatMap((order) => history(order, crews.get(order.crewId)?.name ?? '')),
      );
    }
    return orders.map(({ id, number }) => ({ id, number }));
  });
}

/** Numbers by year of creation, in its order, taken in one go per year. */
async function numberAll(
  tx: Tx,
  territoryId: string,
  orders: readonly ImportedWorkOrder[],
): Promise<string[]> {
  const years = Map.groupBy(orders.keys(), (index) =>
    Number(parisDate((orders[index] as ImportedWorkOrder).createdAt).slice(0, 4)),
  );
  const numbers: string[] = [];
  for (const [year, indexes] of years) {
    const first = await takeNumbers(tx, territoryId, year, indexes.length);
    const inOrder = indexes.toSorted(
      (a, b) => Number(orders[a]?.createdAt) - Number(orders[b]?.createdAt),
    );
    for (const [rank, index] of inOrder.entries()) {
      numbers[index] = workOrderNumber(year, first + rank);
    }
  }
  return numbers;
}

type Step = { what: keyof typeof WORK_ORDER_EVENTS; at: Date };

/** The steps that the order went through, with their dates. */
function stepsOf(order: ImportedWorkOrder | WorkOrder): Step[] {
  const steps: Step[] = [{ what: 'planned', at: order.createdAt }];
  if (order.startedAt) steps.push({ what: 'started', at: order.startedAt });
  if (order.status !== 'planned' && order.status !== 'started') {
    steps.push({ what: order.status, at: order.endedAt ?? order.createdAt });
  }
  return steps;
}

function history(order: WorkOrder, crewName: string): (NewEvent & { at: Date })[] {
  return stepsOf(order).map(({ what, at }) => {
    const ended = what === order.status && what !== 'planned' && what !== 'started';
    const then = ended ? order : { ...order, outcome: null, failureReason: null };
    return { ...workOrderEvent(what, { ...then, status: statusAfter(what) }, crewName), at };
  });
}

function statusAfter(what: Step['what']): WorkOrder['status'] {
  return what === 'rescheduled' || what === 'photographed' ? 'planned' : what;
}
