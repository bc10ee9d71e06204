import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';
import { fieldRights, governed, writesFor } from './policy.ts';

export interface CommentServiceRequest {
  id: string;
  text: string;
  /** Whether the resident reads it too. */
  public: boolean;
  /** Whether the other organizations of the file read it; those of its author always do. */
  shared?: boolean | undefined;
}

/**
 * Adds a word to the timeline: for the colleagues of one organization, for all that share the file,
 * or for everyone.
 *
 * @throws Problem `forbidden` (403) when another than the one that has it speaks to the resident
 */
export function commentServiceRequest(
  platform: Platform,
  act: Act,
  { id, text, public: isPublic, shared = false }: CommentServiceRequest,
) {
  return giveCommand(platform, act, id, 'comment', (request) => {
    const file = governed(request);
    ensure(!isPublic || fieldRights(act.actor, file)['words-to-resident'] === 'write');
    const byOrganizationId = writesFor(act.actor, file);
    return {
      event: 'commented',
      data: { public: isPublic, shared, byOrganizationId },
      reason: cleanText(text),
    };
  });
}
