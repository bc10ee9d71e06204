import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';

export interface ReopenServiceRequest {
  id: string;
  reason: string;
}

/** Takes up again a request that was closed too soon: same file, same code, another look. */
export function reopenServiceRequest(
  platform: Platform,
  act: Act,
  { id, reason }: ReopenServiceRequest,
) {
  return giveCommand(platform, act, id, 'reopen', () => ({
    event: 'reopened',
    // What the last visit did is in the timeline; a next one starts afresh.
    change: { workOrder: null },
    reason: cleanText(reason),
  }));
}
