import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { eventsOf } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { attachPhotos } from './attach-photos.ts';
import { type OpenedOrder, openWorkOrder } from './change-work-order.ts';
import { workOrderEvent } from './events.ts';
import { isFinal, type Status } from './model.ts';
import { findCrew } from './neighbours.ts';
import { mayCarryOut } from './policy.ts';
import { problems } from './problems.ts';
import type { WorkOrderView } from './schemas.ts';
import { keptPhotos, STATE_WORDS, spokenTime } from './words.ts';
import type { WorkOrder } from './work-order.ts';

/** Plain JSON, so that a phone which sends again is refused again in the same words. */
interface Refusal {
  number: string;
  status: Status;
  endedAt: string;
  endedBy: string;
  photos: number;
}

/**
 * Ends the work by `end`, unless another phone has ended it already.
 *
 * The second phone is told who ended it and when. Its words are refused, but its pictures are
 * kept: nobody can go back and take them again. That is why the refusal is thrown after the
 * commit, not inside it.
 *
 * @throws Problem `already-ended` (409)
 */
export async function endOnce(
  platform: Platform,
  act: Act,
  command: { id: string; photoIds?: string[] },
  end: (tx: Tx, opened: OpenedOrder) => Promise<WorkOrderView>,
): Promise<WorkOrderView> {
  const answer = await platform.perform<{ view: WorkOrderView } | { refusal: Refusal }>(
    act,
    async (tx) => {
      const opened = await openWorkOrder(tx, act, command.id);
      const { order, crewIds } = opened;
      if (!isFinal(order.status) || !mayCarryOut(act.actor, crewIds, order)) {
        return { view: await end(tx, opened) };
      }
      // First: the late pictures are an event of the ended order too.
      const ending = await endingOf(tx, act, order);
      const photos = await keepLatePhotos(platform, tx, act, order, command.photoIds);
      return { refusal: { ...ending, photos } };
    },
  );
  if ('view' in answer) return answer.view;
  const { number, status, endedAt, endedBy, photos } = answer.refusal;
  throw problems.alreadyEnded({
    number,
    state: STATE_WORDS[status],
    when: spokenTime(new Date(endedAt)),
    who: endedBy,
    photos: keptPhotos(photos),
  });
}

async function keepLatePhotos(
  platform: Platform,
  tx: Tx,
  act: Act,
  order: WorkOrder,
  photoIds: string[] = [],
): Promise<number> {
  const kept = await attachPhotos(platform, tx, act, order, 'after', photoIds);
  if (kept.length > 0) {
    const crew = await findCrew(tx, act.territoryId, order.crewId);
    await platform.events.publish(
      tx,
      act,
      workOrderEvent('photographed', order, crew?.name ?? '', { photoIds: kept }),
    );
  }
  return kept.length;
}

/** Who ended the order, from the log: the work order itself names nobody. */
async function endingOf(tx: Tx, act: Act, order: WorkOrder): Promise<Omit<Refusal, 'photos'>> {
  const history = await eventsOf(tx, act.territoryId, [order.id]);
  const ending = history.findLast(({ data }) => data.status === order.status);
  return {
    number: order.number,
    status: order.status,
    endedAt: (order.endedAt ?? order.updatedAt).toISOString(),
    endedBy: ending?.actor.name ?? '—',
  };
}
