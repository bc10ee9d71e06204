import type { Reaction } from '../../platform/events/index.ts';
import { hearBounce } from './hear-bounce.ts';
import { STEPS, type Step } from './model.ts';
import { askWhetherFollowing, writeAfterStop, writeAreaNews } from './write-to-follower.ts';
import { writeToResidents } from './write-to-residents.ts';

const PREFIX = 'service-request.';

/** Two organizations passed it to each other: who orients has it now, as after a transfer. */
const TOLD_AS: Record<string, Step> = {
  'service-request.contested': 'transferred',
};

/** What this module hears: the steps of a request, that somebody would like to follow, the news of an area. */
export const reactions: Reaction[] = [
  hearBounce,
  {
    name: 'messages/write-to-resident',
    on: [...STEPS.map((step) => `${PREFIX}${step}`), ...Object.keys(TOLD_AS)],
    react: (platform, tx, event) =>
      writeToResidents(
        platform,
        tx,
        event,
        TOLD_AS[event.type] ?? (event.type.slice(PREFIX.length) as Step),
      ),
  },
  {
    name: 'messages/ask-whether-following',
    on: ['following.asked'],
    react: askWhetherFollowing,
  },
  { name: 'messages/write-after-stop', on: ['following.stopped'], react: writeAfterStop },
  { name: 'messages/write-area-news', on: ['following.news-due'], react: writeAreaNews },
];
