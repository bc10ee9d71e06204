import type { Tx } from '../../platform/db/index.ts';
import { isUuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestOfReplyAddress } from './reply-address.ts';
import { senderDomain } from './send-message.ts';
import { findMessage } from './store.ts';

/** A request that a mail answers, as far as its head tells. */
export interface Answered {
  requestId: string;
  /** The message of ours that it answers; null when only its request is known. */
  messageId: string | null;
  /** To whom that message went, as `following` names them; null likewise. */
  recipientKey: string | null;
  /** Whether only somebody whom we wrote to can know what it names: a request's id is public. */
  secret: boolean;
}

/**
 * Tells which of our requests a mail answers: by an address that we signed, by the Message-ID of a
 * mail that we sent, or by that of its thread.
 *
 * @param messageIds - `<…@…>`, from In-Reply-To and References, the nearest first
 * @param recipients - every address that it was sent to
 */
export async function recogniseAnswer(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  { messageIds, recipients }: { messageIds: readonly string[]; recipients: readonly string[] },
): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const address of recipients) {
    const requestId = await requestOfReplyAddress(platform, tx, territoryId, address);
    if (requestId) answered.push({ requestId, messageId: null, recipientKey: null, secret: true });
  }
  const domain = `@${senderDomain(platform)}>`.toLowerCase();
  for (const messageId of messageIds) {
    const id = messageId.slice(1, -domain.length).toLowerCase();
    if (!messageId.toLowerCase().endsWith(domain) || !isUuidv7(id)) continue;
    const message = await findMessage(tx, territoryId, id);
    if (!message)
      answered.push({ requestId: id, messageId: null, recipientKey: null, secret: false });
    // News of a street answer no request.
    else if (message.serviceRequestId) {
      answered.push({
        requestId: message.serviceRequestId,
        messageId: id,
        recipientKey: message.recipientKey,
        secret: true,
      });
    }
  }
  return answered;
}
