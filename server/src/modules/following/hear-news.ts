import type { Tx } from '../../platform/db/index.ts';
import type { Reaction, StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { isOfShape, placeOfNews, TOLD_TO_ALL } from './neighbours.ts';
import { areaFollowersAround, keepNews } from './news-store.ts';
import { whenToTell } from './when-to-tell.ts';

/** Keeps for those who follow an area that something happened there. */
export const hearNews: Reaction = { name: 'following/hear-news', on: TOLD_TO_ALL, react };

async function react(platform: Platform, tx: Tx, event: StoredEvent): Promise<void> {
  const { territoryId } = event;
  const place = await placeOfNews(platform, tx, territoryId, event.subject);
  if (!place) return;
  const { point, communeId } = place;
  const now = platform.clock.now();
  const followers = await areaFollowersAround(tx, territoryId, point, communeId);
  const concerned = followers.filter(
    ({ shape }) => shape === null || (point !== null && isOfShape(shape, point)),
  );
  for (const [frequency, some] of Map.groupBy(concerned, (follower) => follower.frequency)) {
    const ids = some.map(({ id }) => id);
    await keepNews(tx, territoryId, ids, event, now, whenToTell(frequency, now));
  }
}
