import type { Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Filters } from '../inbox/asked.ts';
import { listRequests } from '../inbox/list-store.ts';
import type { Listed } from '../inbox/listed-store.ts';
import { windowOf } from '../public-copy/public-window.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import type { Voice } from '../voice.ts';
import { type News, tellNews } from './tell-news.ts';

/** Which requests to tell of. */
export interface NewsQuery {
  filters?: Filters;
  /** Whether a place is meant; every place unless said. */
  covers?: (point: Point) => boolean;
}

const MOST_REQUESTS = 60;
const MOST_NEWS = 50;

/**
 * What happened lately, newest first, of what the public map shows.
 *
 * @returns `changedAt` : when any of it last changed, its masked words included
 */
export async function readNews(
  platform: Platform,
  territoryId: string,
  { filters = {}, covers = () => true }: NewsQuery,
  voice: Voice,
): Promise<{ news: News[]; changedAt: Date | null }> {
  const { read } = platform.db;
  const setting = await readSetting(read, territoryId);
  const window = windowOf(setting, platform.clock.now());
  const listed = await listRequests(
    read,
    territoryId,
    'everyone',
    { ...filters, window },
    'updated',
    undefined,
    // Those of the box that are not of the place make room for as many that are.
    filters.box ? MOST_REQUESTS * 4 : MOST_REQUESTS,
  );
  const requests = listed
    .filter(({ point }) => point === null || covers(point))
    .slice(0, MOST_REQUESTS);
  const news = await tellNews(platform, read, territoryId, setting, requests, voice);
  return { news: news.slice(0, MOST_NEWS), changedAt: lastChange(requests) };
}

function lastChange(requests: readonly Listed[]): Date | null {
  const times = requests.map(({ updatedAt, closedAt }) =>
    Math.max(updatedAt.getTime(), closedAt?.getTime() ?? 0),
  );
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
