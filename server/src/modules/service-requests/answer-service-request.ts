import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';

export interface AnswerServiceRequest {
  id: string;
  /** What the resident will read. */
  message: string;
}

/** Closes a request by answering it, without work on the ground. */
export function answerServiceRequest(
  platform: Platform,
  act: Act,
  { id, message }: AnswerServiceRequest,
) {
  return giveCommand(platform, act, id, 'answer', () => ({
    event: 'answered',
    reason: cleanText(message),
  }));
}
