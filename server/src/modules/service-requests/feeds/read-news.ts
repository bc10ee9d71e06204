import { eventsOf, type StoredEvent } from '../../../platform/events/index.ts';
import type { Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organizationsById } from '../../organizations/index.ts';
import { type Filters, type Listed, listRequests } from '../inbox-store.ts';
import { maskAddress, placeTest } from '../public-copy/mask-request.ts';
import { visibleText } from '../public-copy/model.ts';
import { windowOf } from '../public-copy/public-window.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import { findCopies } from '../public-copy/store.ts';
import { timelineOf } from '../timeline.ts';

/** Something that happened to a request, as everyone may read it. */
export interface News {
  /** Of the event that tells it. */
  id: string;
  requestId: string;
  at: Date;
  /** « Intervention planifiée ». */
  title: string;
  /** The day of a visit: « Prévue le 1er décembre 2026. » */
  detail: string | null;
  serviceName: string;
  /** Masked. */
  address: string;
  organizationName: string | null;
  /** What its author wrote, masked, when that is the news and a person has let it be read. */
  text: string | null;
}

/** Which requests to tell of. */
export interface NewsQuery {
  filters?: Filters;
  /** Whether a place is meant; every place unless said. */
  covers?: (point: Point) => boolean;
}

/** What changes something for neighbours; the rest is between the town and who reported. */
const TOLD_TO_ALL = [
  'received',
  'planned',
  'started',
  'done',
  'answered',
  'rejected',
  'reopened',
].map((step) => `service-request.${step}`);

const MOST_REQUESTS = 60;
const MOST_NEWS = 50;
/** Of sixty requests: a long story has some fifty events. */
const MOST_EVENTS = 5_000;

/**
 * What happened lately, newest first, of what the public map shows.
 *
 * @returns `changedAt` : when any of it last changed, its masked words included
 */
export async function readNews(
  platform: Platform,
  territoryId: string,
  { filters = {}, covers = () => true }: NewsQuery,
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
  const byId = new Map(requests.map((request) => [request.id, request]));
  const ids = [...byId.keys()];
  const [events, copies, names, isPlace] = await Promise.all([
    ids.length > 0 ? eventsOf(read, territoryId, ids, MOST_EVENTS) : [],
    findCopies(read, territoryId, ids),
    organizationsById(platform, read, territoryId),
    placeTest(platform, read, territoryId),
  ]);
  const news = events
    .filter(({ type }) => TOLD_TO_ALL.includes(type))
    .toReversed()
    .slice(0, MOST_NEWS)
    .flatMap((event): News[] => {
      const request = byId.get(event.subject);
      const [told] = timelineOf([event], names, 'follower');
      if (!request || !told) return [];
      return [
        {
          id: event.id,
          requestId: request.id,
          at: event.at,
          title: told.title,
          detail: dayOf(event, told.detail),
          serviceName: request.serviceName,
          address: maskAddress(request.address, isPlace),
          organizationName: told.organizationName,
          text: isFirst(event) ? visibleText(copies.get(request.id), setting.textPolicy) : null,
        },
      ];
    });
  return { news, changedAt: lastChange(requests) };
}

const isFirst = ({ type }: StoredEvent) => type === 'service-request.received';

/** Of other steps the detail is what the town wrote to somebody. */
const dayOf = ({ type }: StoredEvent, detail: string | null) =>
  type === 'service-request.planned' ? detail : null;

function lastChange(requests: readonly Listed[]): Date | null {
  const times = requests.map(({ updatedAt, closedAt }) =>
    Math.max(updatedAt.getTime(), closedAt?.getTime() ?? 0),
  );
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
