/** Privacy: how long what is held of people is kept, and their rights to it. The only door. */
import type { Schedule, Task } from '../../platform/events/index.ts';
import type { PersonalData } from '../../platform/personal-data/index.ts';
import { EXPIRE, expirePersonalData } from './expire.ts';

export { PRIVACY_EVENTS } from './events.ts';
export { problems } from './problems.ts';
export { publicRoutes, routes } from './routes.ts';

export const migrations = new URL('./migrations/', import.meta.url);

/** Background work over everything that is held; the wiring says what that is. */
export const tasks = (held: readonly PersonalData[]): Record<string, Task> => ({
  [EXPIRE]: (platform) => expirePersonalData(platform, held),
});

export const schedules: Schedule[] = [{ cron: '53 2 * * *', task: EXPIRE }];
