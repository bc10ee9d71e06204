import type { Schedule, Task } from '../../../platform/events/index.ts';
import {
  LEARN,
  LEARN_ANEW,
  LOOK,
  learnAnew,
  learnServices,
  lookForLessons,
} from './learn-services.ts';

/** Background work of suggestions. */
export const tasks: Record<string, Task> = {
  [LEARN]: async (platform, payload) => {
    await learnServices(platform, (payload as { territoryId: string }).territoryId);
  },
  [LEARN_ANEW]: (platform, payload) =>
    learnAnew(platform, (payload as { territoryId: string }).territoryId),
  [LOOK]: lookForLessons,
};

export const schedules: Schedule[] = [{ cron: '41 * * * *', task: LOOK }];
