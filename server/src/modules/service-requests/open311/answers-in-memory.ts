import { LRUCache } from 'lru-cache';
import type { Announcement } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';

/** How long an answer lasts: « the last 90 days » move on, a masked copy or a crew's photo comes. */
const KEPT_MS = 10_000;
/** The same while the announcements of other processes do not reach us. */
const KEPT_UNHEARD_MS = 2_000;
const BYTES_IN_MEMORY = 32 * 1024 * 1024;
const CONCERNED = /^(service-requests?|public-copy|organization|territory)\./;

/**
 * Answers to other programs, kept as they were written: those who poll ask the same thing again
 * and again.
 *
 * What people do to a request, an organization or the territory is told by an event, and an answer
 * made before it is never given after it: at once in the process that made the change, within the
 * delay of a notification (50 ms) in the others; what was kept before we were cut off from them is
 * forgotten. What the program adds by itself without an event (the masked copy of a description) is
 * seen ten seconds later at most. A reading that began before a change is kept under the state in
 * which it began.
 */
export interface AnswersInMemory {
  /** The kept answer to this question, or the one that `write` makes now; ready to be sent. */
  read(territoryId: string, question: string, write: () => Promise<string>): Promise<Buffer>;
}

/** @param onClose - called with what ends the listening */
export function keepAnswers(
  platform: Platform,
  onClose: (stop: () => void) => void,
): AnswersInMemory {
  const states = new Map<string, number>();
  const answers = new LRUCache<string, Buffer>({
    maxSize: BYTES_IN_MEMORY,
    sizeCalculation: (answer, key) => answer.length + key.length,
  });
  const pending = new Map<string, Promise<Buffer>>();
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
      const heard = platform.announcer.hearing();
      const kept = heard === undefined ? KEPT_UNHEARD_MS : KEPT_MS;
      const moment = Math.floor(platform.clock.now().getTime() / kept);
      const key = `${territoryId} ${heard} ${state} ${moment} ${question}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      // Those who ask while it is being written wait for it, rather than have it written again.
      const writing = pending.get(key) ?? write().then((text) => Buffer.from(text));
      pending.set(key, writing);
      try {
        const answer = await writing;
        answers.set(key, answer);
        return answer;
      } finally {
        pending.delete(key);
      }
    },
  };
}
