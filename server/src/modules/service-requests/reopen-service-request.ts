import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';
import type { ServiceRequest } from './service-request.ts';

/** What a request becomes by being reopened, whoever does it. */
export function reopened({ reopenedCount }: ServiceRequest): Partial<ServiceRequest> {
  // What the last visit did is in the timeline; a next one starts afresh.
  return { workOrder: null, evidence: null, reopenedCount: reopenedCount + 1 };
}

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
  return giveCommand(platform, act, id, 'reopen', (request) => ({
    event: 'reopened',
    change: reopened(request),
    reason: cleanText(reason),
  }));
}
