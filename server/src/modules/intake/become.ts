import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { describe } from './describe.ts';
import { inboundEvent } from './events.ts';
import type { Inbound } from './inbound.ts';
import type { Verdict } from './model.ts';
import { attachmentsOf, updateInbound } from './store.ts';

/**
 * Makes of a message what was decided, and tells it: the modules that it concerns hear, none is
 * reached. The caller holds the message's lock.
 *
 * @returns the message as it is now
 */
export async function become(
  platform: Platform,
  tx: Tx,
  act: Act,
  message: Inbound,
  verdict: Verdict,
  bouncedMessageId?: string,
): Promise<Inbound> {
  const { territoryId } = act;
  const requestId =
    'requestId' in verdict
      ? verdict.requestId
      : verdict.state === 'request'
        ? uuidv7(platform.clock)
        : null;
  const changed: Inbound = {
    ...message,
    state: verdict.state,
    reason: 'reason' in verdict ? verdict.reason : null,
    serviceRequestId: requestId,
    readAt: act.at,
  };
  await updateInbound(tx, territoryId, changed);
  const tell = (...told: Parameters<typeof inboundEvent>) =>
    platform.events.publish(tx, act, inboundEvent(...told));
  const channel = message.source;
  if (verdict.state === 'request') {
    await tell('requestReceived', changed, { requestId, channel });
  } else if (verdict.state === 'words') {
    const attachments = await attachmentsOf(tx, territoryId, [message.id]);
    const photoIds = attachments.flatMap(({ fileId }) => fileId ?? []);
    const text = describe(changed, attachments);
    await tell('wordsReceived', changed, {
      requestId,
      channel,
      text,
      photoIds,
      by: verdict.by,
    });
  } else if (verdict.state === 'bounce') {
    await tell('bounceReceived', changed, { requestId, messageId: bouncedMessageId });
  } else if (verdict.state === 'stop') {
    await tell('stopReceived', changed, {});
  }
  return changed;
}
