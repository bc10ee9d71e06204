import type { Schedule, Task } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { countRequests } from './count-requests.ts';
import {
  countedAfter,
  endRecount,
  lockRecount,
  moveRecount,
  territoriesToRecount,
} from './recount-store.ts';

const RECOUNT = 'indicators/recount';
/** Counted in one transaction. */
const BATCH = 500;
/** The queue has other work: what is left then goes with the next run. */
const MOST_BATCHES = 200;

/**
 * Counts again what was counted before a migration added figures. Killed or run twice at once, it
 * goes on from the last batch that was committed.
 */
export async function recount(platform: Platform): Promise<void> {
  for (const territoryId of await territoriesToRecount(platform.db.read)) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      if (!(await recountBatch(platform, territoryId))) break;
    }
  }
}

/** @returns whether there may be more */
function recountBatch(platform: Platform, territoryId: string): Promise<boolean> {
  return platform.db.transaction(async (tx) => {
    const begun = await lockRecount(tx, territoryId);
    if (!begun) return false;
    const ids = await countedAfter(tx, territoryId, begun.afterId, BATCH);
    await countRequests(platform, tx, territoryId, ids);
    const last = ids.at(-1);
    if (last === undefined || ids.length < BATCH) await endRecount(tx, territoryId);
    else await moveRecount(tx, territoryId, last);
    return ids.length === BATCH;
  });
}

export const tasks: Record<string, Task> = { [RECOUNT]: recount };

export const schedules: Schedule[] = [{ cron: '*/10 * * * *', task: RECOUNT }];
