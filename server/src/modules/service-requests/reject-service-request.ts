import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { giveCommand } from './give-command.ts';
import type { RejectionReason } from './model.ts';
import { joinTitle } from './titled-words.ts';

export interface RejectServiceRequest {
  id: string;
  reason: RejectionReason;
  subject?: string;
  /** What the resident will read: a refusal always says why, and whom to ask instead. */
  message: string;
}

/** Closes a request that the town will not act on. */
export function rejectServiceRequest(
  platform: Platform,
  act: Act,
  { id, reason, ...words }: RejectServiceRequest,
) {
  return giveCommand(platform, act, id, 'reject', () => ({
    event: 'rejected',
    data: { rejectionReason: reason },
    reason: joinTitle(words),
  }));
}
