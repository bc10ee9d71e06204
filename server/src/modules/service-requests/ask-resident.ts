import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { giveCommand } from './give-command.ts';
import { joinTitle } from './titled-words.ts';

export interface AskResident {
  id: string;
  subject?: string;
  /** The question, as the resident will read it. */
  message: string;
}

/** Asks the resident a question. The request then waits for their words: see `hearResident`. */
export function askResident(platform: Platform, act: Act, { id, ...words }: AskResident) {
  return giveCommand(platform, act, id, 'ask', (request) => ({
    event: 'waiting',
    // A second question does not make the wait begin again; what they wrote has been read.
    change: { waitingSince: request.waitingSince ?? act.at, wroteAt: null },
    reason: joinTitle(words),
  }));
}
