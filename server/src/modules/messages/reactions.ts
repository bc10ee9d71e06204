import type { Reaction } from '../../platform/events/index.ts';
import { KINDS, type Kind } from './model.ts';
import { writeToResident } from './write-to-resident.ts';

const PREFIX = 'service-request.';

/** What this module hears: the steps of a request that its resident wants to know. */
export const reactions: Reaction[] = [
  {
    name: 'messages/write-to-resident',
    on: KINDS.map((kind) => `${PREFIX}${kind}`),
    react: (platform, tx, event) =>
      writeToResident(platform, tx, event, event.type.slice(PREFIX.length) as Kind),
  },
];
