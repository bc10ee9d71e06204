import type { Schedule, Task } from '../../platform/events/index.ts';
import { deleteUnconfirmed } from './store.ts';
import { TELL, tellNews } from './tell-news.ts';

const FORGET = 'following/forget-unconfirmed';
const TWO_DAYS_MS = 2 * 24 * 60 * 60_000;

/** Background work of this module. */
export const tasks: Record<string, Task> = {
  [FORGET]: ({ db, clock }) =>
    deleteUnconfirmed(db.read, new Date(clock.now().getTime() - TWO_DAYS_MS)),
  [TELL]: tellNews,
};

export const schedules: Schedule[] = [
  { cron: '41 * * * *', task: FORGET },
  { cron: '*/5 * * * *', task: TELL },
];
