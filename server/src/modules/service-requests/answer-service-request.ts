import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { giveCommand } from './give-command.ts';
import { joinTitle } from './titled-words.ts';

export interface AnswerServiceRequest {
  id: string;
  subject?: string;
  /** What the resident will read. */
  message: string;
}

/** Closes a request by answering it, without work on the ground. */
export function answerServiceRequest(
  platform: Platform,
  act: Act,
  { id, ...words }: AnswerServiceRequest,
) {
  return giveCommand(platform, act, id, 'answer', () => ({
    event: 'answered',
    reason: joinTitle(words),
  }));
}
