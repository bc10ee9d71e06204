import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';
import type { RejectionReason } from './model.ts';

export interface RejectServiceRequest {
  id: string;
  reason: RejectionReason;
  /** What the resident will read: a refusal always says why, and whom to ask instead. */
  message: string;
}

/** Closes a request that the town will not act on. */
export function rejectServiceRequest(
  platform: Platform,
  act: Act,
  { id, reason, message }: RejectServiceRequest,
) {
  return giveCommand(platform, act, id, 'reject', () => ({
    event: 'rejected',
    data: { rejectionReason: reason },
    reason: cleanText(message),
  }));
}
