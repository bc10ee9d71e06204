/** Open311 client: passes requests to the servers of other organizations, and follows them. The only door. */
import type { Schedule, Task } from '../../platform/events/index.ts';
import { FOLLOW, followRelays } from './follow-relays.ts';
import { PASS_ON, passOn, type RelayPayload } from './pass-on.ts';

export { OPEN311_CLIENT_EVENTS } from './events.ts';
export { personalData } from './personal-data.ts';
export { problems } from './problems.ts';
export { reactions } from './reactions.ts';
export { routes } from './routes.ts';
export { sealServerKeys } from './server-keys.ts';

export const migrations = new URL('./migrations/', import.meta.url);

/** Background work of this module. */
export const tasks: Record<string, Task> = {
  [PASS_ON]: (platform, payload) => passOn(platform, payload as RelayPayload),
  [FOLLOW]: (platform) => followRelays(platform),
};

export const schedules: Schedule[] = [{ cron: '*/5 * * * *', task: FOLLOW }];
