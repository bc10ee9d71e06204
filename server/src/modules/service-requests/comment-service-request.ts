import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';

export interface CommentServiceRequest {
  id: string;
  text: string;
  /** Whether the resident reads it too. */
  public: boolean;
}

/** Adds a word to the timeline, for colleagues or for everyone. */
export function commentServiceRequest(
  platform: Platform,
  act: Act,
  { id, text, public: isPublic }: CommentServiceRequest,
) {
  return giveCommand(platform, act, id, 'comment', () => ({
    event: 'commented',
    data: { public: isPublic },
    reason: cleanText(text),
  }));
}
