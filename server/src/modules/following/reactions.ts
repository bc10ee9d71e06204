import type { Reaction } from '../../platform/events/index.ts';
import { silence } from './store.ts';

/** What this module hears: « STOP », answered to a text message. */
export const reactions: Reaction[] = [
  {
    name: 'following/silence',
    on: ['intake.stop-received'],
    async react(_platform, tx, { territoryId, data, at }) {
      if (typeof data.requestId === 'string') await silence(tx, territoryId, data.requestId, at);
    },
  },
];
