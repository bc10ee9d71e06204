import { actOfReaction } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { FOLLOWING_EVENTS } from './events.ts';
import { deleteOldNews, dueFollowers, gatherNews } from './news-store.ts';

/** Name of the task that lets the news of areas go. */
export const TELL = 'following/tell-news';

/** At most so many each time the task runs; the rest follows five minutes later. */
const AT_ONCE = 1_000;
/** Longer than any event is delivered late; then nothing need remember that it was told. */
const KEPT_DAYS = 60;
const DAY_MS = 24 * 60 * 60_000;

/** Has each follower of an area told, in one message, what happened there since the last one. */
export async function tellNews(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  for (const { territoryId, id } of await dueFollowers(platform.db.read, now, AT_ONCE)) {
    await platform.db.transaction(async (tx) => {
      const digestId = uuidv7(platform.clock);
      if (!(await gatherNews(tx, territoryId, id, digestId, now))) return;
      await platform.events.publish(tx, actOfReaction(platform, TELL, territoryId), {
        type: FOLLOWING_EVENTS.newsDue,
        subject: id,
        organizationId: null,
        data: { digestId },
      });
    });
  }
  await deleteOldNews(platform.db.read, new Date(now.getTime() - KEPT_DAYS * DAY_MS));
}
