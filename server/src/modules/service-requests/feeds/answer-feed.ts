import type { FastifyReply } from 'fastify';
import { startOfParisDay } from '../../../platform/clock/index.ts';
import {
  ATOM,
  CALENDAR,
  type CalendarDay,
  type Feed,
  type FeedEntry,
  JSON_FEED,
  writeAtom,
  writeCalendar,
  writeJsonFeed,
} from '../../../platform/feeds/index.ts';
import type { Language } from '../../../platform/problem/index.ts';

/** In which forms everything can be followed: the end of an address. */
export const FORMATS = ['atom', 'json', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

/** Something to follow: what happened, or what is planned, each asked only when it is wanted. */
export interface Followed {
  language: Language;
  title: string;
  /** The page that says the same to people. */
  page: string;
  self: string;
  author: string;
  now: Date;
  happened(): Promise<{ entries: FeedEntry[]; changedAt: Date | null }>;
  planned(): Promise<CalendarDay[]>;
}

/** Writes what is followed in the form that was asked. */
export async function answerFeed(
  reply: FastifyReply,
  format: Format,
  followed: Followed,
): Promise<string> {
  const { language, title } = followed;
  if (format === 'ics') {
    reply.type(CALENDAR).header('content-disposition', 'inline; filename="cantonnier.ics"');
    return writeCalendar({ language, name: title, events: await followed.planned() });
  }
  const { entries, changedAt } = await followed.happened();
  const updated = changedAt ?? startOfParisDay(followed.now);
  const { page, self, author } = followed;
  const feed: Feed = { language, title, page, self, author, updated, entries };
  reply.header('last-modified', updated.toUTCString());
  reply.type(format === 'atom' ? ATOM : JSON_FEED);
  return format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed);
}
