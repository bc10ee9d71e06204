import type { Tx } from '../../../platform/db/index.ts';
import { eventsOf, type StoredEvent } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organizationsById } from '../../organizations/index.ts';
import { maskAddress, placeTest } from '../public-copy/mask-request.ts';
import { type PublicSetting, visibleText } from '../public-copy/model.ts';
import { findCopies } from '../public-copy/store.ts';
import type { ServiceRequest } from '../service-request.ts';
import { timelineOf } from '../timeline.ts';
import type { Voice } from '../voice.ts';
import { TOLD_TO_ALL } from './told-to-all.ts';

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

/** Of sixty requests: a long story has some fifty events. */
const MOST_EVENTS = 5_000;

/** What happened to these requests, newest first. The caller has checked that everyone may see them. */
export async function tellNews(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  setting: PublicSetting,
  requests: readonly Pick<ServiceRequest, 'id' | 'serviceName' | 'address'>[],
  voice: Voice,
): Promise<News[]> {
  if (requests.length === 0) return [];
  const byId = new Map(requests.map((request) => [request.id, request]));
  const ids = [...byId.keys()];
  const [events, copies, names, isPlace] = [
    await eventsOf(tx, territoryId, ids, MOST_EVENTS),
    await findCopies(tx, territoryId, ids),
    await organizationsById(platform, tx, territoryId),
    await placeTest(platform, tx, territoryId),
  ];
  return events
    .filter(({ type }) => TOLD_TO_ALL.includes(type))
    .toReversed()
    .flatMap((event): News[] => {
      const request = byId.get(event.subject);
      const [told] = timelineOf([event], names, 'follower', voice);
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
}

const isFirst = ({ type }: StoredEvent) => type === 'service-request.received';

/** Of other steps the detail is what the town wrote to somebody. */
const dayOf = ({ type }: StoredEvent, detail: string | null) =>
  type === 'service-request.planned' ? detail : null;
