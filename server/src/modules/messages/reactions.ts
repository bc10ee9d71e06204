import type { Reaction } from '../../platform/events/index.ts';
import { STEPS, type Step } from './model.ts';
import { askWhetherFollowing } from './write-to-follower.ts';
import { writeToResidents } from './write-to-residents.ts';

const PREFIX = 'service-request.';

/** What this module hears: the steps of a request, and that somebody would like to follow. */
export const reactions: Reaction[] = [
  {
    name: 'messages/write-to-resident',
    on: STEPS.map((step) => `${PREFIX}${step}`),
    react: (platform, tx, event) =>
      writeToResidents(platform, tx, event, event.type.slice(PREFIX.length) as Step),
  },
  {
    name: 'messages/ask-whether-following',
    on: ['following.asked'],
    react: askWhetherFollowing,
  },
];
