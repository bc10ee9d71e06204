import type { Task } from '../../platform/events/index.ts';
import { READ, type ReadPayload } from './keep-inbound.ts';
import { readInbound } from './read-inbound.ts';

/** Background work of this module. */
export const tasks: Record<string, Task> = {
  [READ]: (platform, payload) => readInbound(platform, payload as ReadPayload),
};
