import { LRUCache } from 'lru-cache';
import type { Announcement } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';

/** How long an answer may outlive a change that we were not told of (the listener was cut off). */
const SEEN_WITHIN_MS = 2_000;
const BYTES_IN_MEMORY = 32 * 1024 * 1024;
const CONCERNED = /^(service-requests?|public-copy|organization|territory)\./;

/**
 * Answers to other programs, kept as they were written: those who poll ask the same thing again
 * and again.
 *
 * Whatever changes a request, an organization or the territory is told by an event, and an answer
 * made before it is never given after it: at once in the process that made the change, within the
 * delay of a notification (50 ms) in the others. A reading that began before the change is kept
 * under the state in which it began.
 */
export interface AnswersInMemory {
  /** The kept answer to this question, or the one that `write` makes now. */
  read(territoryId: string, question: string, write: () => Promise<string>): Promise<string>;
}

/** @param onClose - called with what ends the listening */
export function keepAnswers(
  platform: Platform,
  onClose: (stop: () => void) => void,
): AnswersInMemory {
  const states = new Map<string, number>();
  const answers = new LRUCache<string, string>({
    maxSize: BYTES_IN_MEMORY,
    sizeCalculation: (answer, key) => answer.length + key.length,
  });
  const hear = ({ territoryId, type }: Announcement) => {
    if (CONCERNED.test(type)) states.set(territoryId, (states.get(territoryId) ?? 0) + 1);
  };
  const stops = [platform.announcer.subscribe(hear), platform.announcer.subscribeHere(hear)];
  onClose(() => {
    for (const stop of stops) stop();
  });
  return {
    async read(territoryId, question, write) {
      const state = states.get(territoryId) ?? 0;
      const moment = Math.floor(platform.clock.now().getTime() / SEEN_WITHIN_MS);
      const key = `${territoryId} ${state} ${moment} ${question}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = await write();
      answers.set(key, answer);
      return answer;
    },
  };
}
