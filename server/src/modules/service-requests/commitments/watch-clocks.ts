import { actOfReaction, type Schedule, type Task } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listTerritoryIds } from '../../organizations/index.ts';
import { serviceRequestEvent } from '../events.ts';
import { findRequests } from '../store.ts';
import { takeRinging } from './store.ts';

const WATCH = 'service-requests/watch-clocks';
/** Told in one transaction. */
const AT_ONCE = 200;

export const clockTasks: Record<string, Task> = {
  [WATCH]: async (platform) => {
    await watchClocks(platform);
  },
};

export const clockSchedules: Schedule[] = [{ cron: '*/5 * * * *', task: WATCH }];

/**
 * Tells of each promise that nears its end or has passed it, once.
 *
 * @returns how many were told of
 */
export async function watchClocks(platform: Platform): Promise<number> {
  let told = 0;
  for (const territoryId of await listTerritoryIds(platform.db.read)) {
    for (let ringing = AT_ONCE; ringing === AT_ONCE; told += ringing) {
      ringing = await tellRinging(platform, territoryId);
    }
  }
  return told;
}

function tellRinging(platform: Platform, territoryId: string): Promise<number> {
  const act = actOfReaction(platform, WATCH, territoryId);
  return platform.db.transaction(async (tx) => {
    const ringing = await takeRinging(tx, territoryId, act.at, AT_ONCE);
    const ids = [...new Set(ringing.map(({ requestId }) => requestId))];
    const requests = new Map(
      (await findRequests(tx, territoryId, ids)).map((request) => [request.id, request]),
    );
    for (const { requestId, kind, dueAt, what } of ringing) {
      const request = requests.get(requestId);
      if (!request) continue;
      const event = what === 'broken' ? 'commitmentBroken' : 'commitmentAtRisk';
      const facts = { clock: kind, dueAt: dueAt.toISOString() };
      await platform.events.publish(tx, act, serviceRequestEvent(event, request, facts));
    }
    return ringing.length;
  });
}
