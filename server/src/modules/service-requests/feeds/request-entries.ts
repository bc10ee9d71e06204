import { parisDate } from '../../../platform/clock/index.ts';
import type { CalendarDay, FeedEntry } from '../../../platform/feeds/index.ts';
import type { Point } from '../../../platform/geo/index.ts';

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
export function requestEntries(told: Told, page: string) {
  const entries = told.timeline.toReversed().map(
    ({ id, at, title, organizationName }): FeedEntry => ({
      id,
      at: new Date(at),
      title: `${title} : ${told.serviceName}`,
      text: [told.place, organizationName && `Qui s’en occupe : ${organizationName}.`]
        .filter(Boolean)
        .join('\n'),
      page,
    }),
  );
  return { entries, changedAt: new Date(told.updatedAt) };
}

/** The day of the visit that answers a request, if one is to come. */
export function workDay(told: Told & { uid: string }, page: string): CalendarDay[] {
  const { uid, serviceName, place, point, organization, updatedAt, plannedFor } = told;
  if (plannedFor === null) return [];
  const by = organization && `Par : ${organization.name}.`;
  return [
    {
      uid,
      day: parisDate(new Date(plannedFor)),
      title: `Intervention prévue : ${serviceName}`,
      text: [by, MAY_MOVE, page].filter(Boolean).join('\n'),
      place,
      point,
      page,
      changedAt: new Date(updatedAt),
    },
  ];
}

const MAY_MOVE = 'Une urgence ou le temps qu’il fait peut déplacer cette date.';
