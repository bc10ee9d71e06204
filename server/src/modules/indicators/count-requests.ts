import type { Tx } from '../../platform/db/index.ts';
import { eventsOf } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { factOf } from './model.ts';
import { countRatings, promisedEndsBy, requestsToCount } from './neighbours.ts';
import { saveFacts } from './store.ts';

/** Requests read at once: their histories come with them. */
const CHUNK = 500;
const MOST_EVENTS_EACH = 40;

/** Reads requests and their histories anew, and counts each one as it is now. */
export async function countRequests(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<void> {
  const promisedEnds = await promisedEndsBy(platform, territoryId);
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    const requests = await requestsToCount(tx, territoryId, chunk);
    // What is joined to a request is counted again with it.
    const counted = requests.map(({ id }) => id);
    const events = await eventsOf(tx, territoryId, counted, CHUNK * MOST_EVENTS_EACH);
    const ratings = await countRatings(tx, territoryId, counted);
    const histories = Map.groupBy(events, ({ subject }) => subject);
    await saveFacts(
      tx,
      territoryId,
      requests.map((request) => {
        const history = histories.get(request.id) ?? [];
        return factOf(request, history, {
          promised: promisedEnds(history),
          ratings: ratings.get(request.id),
        });
      }),
    );
  }
}
