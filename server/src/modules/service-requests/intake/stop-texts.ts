import type { Tx } from '../../../platform/db/index.ts';
import type { Reaction } from '../../../platform/events/index.ts';
import { answerOtherwise } from './store.ts';

/** Which number sent a message; `undefined` when it was erased since. */
type SenderOf = (tx: Tx, territoryId: string, inboundId: string) => Promise<string | undefined>;

/**
 * Hears that somebody wants no more text messages: for none of their requests.
 *
 * @param senderOf - another module's to say: events name nobody
 */
export const stopTexts = (senderOf: SenderOf): Reaction => ({
  name: 'service-requests/stop-texts',
  on: ['intake.stop-received'],
  async react(_platform, tx, { territoryId, subject }) {
    const phone = await senderOf(tx, territoryId, subject);
    if (phone !== undefined) await answerOtherwise(tx, territoryId, phone);
  },
});
