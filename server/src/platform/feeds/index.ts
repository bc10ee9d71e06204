/** Feeds and calendars, as other programs read them: pure writers. */
export { ATOM, writeAtom } from './atom.ts';
export { CALENDAR, type Calendar, type CalendarDay, writeCalendar } from './calendar.ts';
export type { Feed, FeedEntry } from './feed.ts';
export { JSON_FEED, writeJsonFeed } from './json-feed.ts';
