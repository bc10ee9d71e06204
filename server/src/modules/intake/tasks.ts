import type { Task } from '../../platform/events/index.ts';
import { JOIN, type JoinPayload, joinParts } from './join-parts.ts';
import { READ, type ReadPayload } from './keep-inbound.ts';
import { readInbound } from './read-inbound.ts';

/** Background work of this module. */
export const tasks: Record<string, Task> = {
  [READ]: (platform, payload) => readInbound(platform, payload as ReadPayload),
  [JOIN]: (platform, payload) => joinParts(platform, payload as JoinPayload),
};
