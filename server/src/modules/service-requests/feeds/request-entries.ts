import { parisDate } from '../../../platform/clock/index.ts';
import type { CalendarDay, FeedEntry } from '../../../platform/feeds/index.ts';
import type { Point } from '../../../platform/geo/index.ts';
import type { Language } from '../../../platform/problem/index.ts';
import { FEED_WORDS } from './words.ts';

/** One request, as the page that everyone or its follower reads tells it. */
export interface Told {
  serviceName: string;
  /** Masked. */
  place: string;
  point: Point | null;
  organization: { name: string } | null;
  updatedAt: string;
  /** The day of the visit to come. */
  plannedFor: string | null;
  timeline: { id: string; at: string; title: string; organizationName: string | null }[];
}

/**
 * The steps of one request, newest first: what happened and who has it. What was written, by its
 * author or to them, stays on the page: a feed is read by machines of others.
 */
export function requestEntries(told: Told, page: string, language: Language) {
  const words = FEED_WORDS[language];
  const entries = told.timeline.toReversed().map(
    ({ id, at, title, organizationName }): FeedEntry => ({
      id,
      at: new Date(at),
      title: words.step(title, told.serviceName),
      text: [told.place, organizationName && words.inCharge(organizationName)]
        .filter(Boolean)
        .join('\n'),
      page,
    }),
  );
  return { entries, changedAt: new Date(told.updatedAt) };
}

/** The day of the visit that answers a request, if one is to come. */
export function workDay(
  told: Told & { uid: string },
  page: string,
  language: Language,
): CalendarDay[] {
  const words = FEED_WORDS[language];
  const { uid, serviceName, place, point, organization, updatedAt, plannedFor } = told;
  if (plannedFor === null) return [];
  const by = organization && words.by(organization.name);
  return [
    {
      uid,
      day: parisDate(new Date(plannedFor)),
      title: words.planned(serviceName),
      text: [by, words.mayMove, page].filter(Boolean).join('\n'),
      place,
      point,
      page,
      changedAt: new Date(updatedAt),
    },
  ];
}
