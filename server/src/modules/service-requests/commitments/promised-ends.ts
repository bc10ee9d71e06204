import type { StoredEvent } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { catalogueOf } from '../offered-services.ts';
import type { Clock } from './clock.ts';
import { tellClocks } from './tell-clocks.ts';

/** Until when the town promised to answer and to close; whether it did is read beside. */
export interface PromisedEnds {
  /** Null when nothing was promised, or while the promise waits. */
  replyDueAt: Date | null;
  /** First word or act of the town since the request came, or came back. */
  repliedAt: Date | null;
  closeDueAt: Date | null;
}

/**
 * How to tell, from a request's log alone, until when each promise ran: whatever order events are
 * heard in, the answer is the same.
 */
export async function promisedEndsBy(
  platform: Platform,
  territoryId: string,
): Promise<(history: readonly StoredEvent[]) => PromisedEnds> {
  const { clockRules, byCode } = await catalogueOf(platform, territoryId);
  return (history) => {
    const clocks = tellClocks(history, clockRules, byCode);
    const named = (kind: Clock['kind']) => clocks.find((clock) => clock.kind === kind);
    const reply = named('first-reply');
    return {
      replyDueAt: reply?.dueAt ?? null,
      repliedAt: reply?.metAt ?? null,
      closeDueAt: named('resolution')?.dueAt ?? null,
    };
  };
}
