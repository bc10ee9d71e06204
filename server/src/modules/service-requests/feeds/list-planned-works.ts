import type { CalendarDay } from '../../../platform/feeds/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { listRequests } from '../inbox/list-store.ts';
import { maskAddress, placeTest } from '../public-copy/mask-request.ts';
import { windowOf } from '../public-copy/public-window.ts';
import { plannedFor } from '../public-copy/read-public-request.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import { organizationOf } from '../summary.ts';
import type { NewsQuery } from './read-news.ts';
import { workDay } from './request-entries.ts';

const MOST_WORKS = 500;

/**
 * Works that are planned, one day each, the soonest first. The hour is left out: a crew's day
 * changes, and whoever waits at a window at nine is disappointed for nothing.
 */
export async function listPlannedWorks(
  platform: Platform,
  territoryId: string,
  origin: string,
  { filters = {}, covers = () => true }: NewsQuery,
  language: Language,
): Promise<CalendarDay[]> {
  const { read } = platform.db;
  const window = windowOf(await readSetting(read, territoryId), platform.clock.now());
  const planned = await listRequests(
    read,
    territoryId,
    'everyone',
    { ...filters, statuses: ['planned'], hasWorkOrder: true, window },
    'updated',
    undefined,
    MOST_WORKS,
  );
  const [names, isPlace] = await Promise.all([
    organizationsById(platform, read, territoryId),
    placeTest(platform, read, territoryId),
  ]);
  return planned
    .filter(({ point }) => point === null || covers(point))
    .flatMap((request) => {
      const told = {
        uid: request.id,
        serviceName: request.serviceName,
        place: maskAddress(request.address, isPlace),
        point: request.point,
        organization: organizationOf(request, names),
        updatedAt: request.updatedAt.toISOString(),
        plannedFor: plannedFor(request),
        timeline: [],
      };
      return workDay(told, `${origin}/carte/${request.id}`, language);
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
