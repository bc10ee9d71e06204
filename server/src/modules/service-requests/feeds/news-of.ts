import type { Tx } from '../../../platform/db/index.ts';
import type { Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { UNSORTED } from '../default-catalogue/unsorted.ts';
import { isShown, windowOf } from '../public-copy/public-window.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import { findRequest, findRequests } from '../store.ts';
import type { Voice } from '../voice.ts';
import { type News, tellNews } from './tell-news.ts';

/**
 * Where something happened that everyone may know; `undefined` when they may not, or when another
 * request tells it.
 */
export async function placeOfNews(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<{ point: Point | null; communeId: string | null } | undefined> {
  const request = await findRequest(tx, territoryId, id);
  if (!request || request.serviceCode === UNSORTED.code || request.mergedIntoId) return undefined;
  const window = windowOf(await readSetting(tx, territoryId), platform.clock.now());
  return isShown(request, window) ? request : undefined;
}

/** These events of these requests as everyone may read them now, newest first. */
export async function newsOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  told: readonly { eventId: string; requestId: string }[],
  voice: Voice,
): Promise<News[]> {
  const setting = await readSetting(tx, territoryId);
  const window = windowOf(setting, platform.clock.now());
  const ids = [...new Set(told.map(({ requestId }) => requestId))];
  const requests = (await findRequests(tx, territoryId, ids)).filter(
    (request) => request.serviceCode !== UNSORTED.code && isShown(request, window),
  );
  const wanted = new Set(told.map(({ eventId }) => eventId));
  const news = await tellNews(platform, tx, territoryId, setting, requests, voice);
  return news.filter(({ id }) => wanted.has(id));
}
