import type { Tx } from '../../platform/db/index.ts';
import { actOfReaction, type Reaction, type StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { messageEvent } from './events.ts';
import type { Message } from './message.ts';
import { findMessage, updateMessage } from './store.ts';

const HEAR = 'messages/hear-bounce';

/** A mail that the server took charge of and could not deliver: the desk is told to find another way. */
export const hearBounce: Reaction = { name: HEAR, on: ['intake.bounce-received'], react };

async function react(
  platform: Platform,
  tx: Tx,
  { territoryId, data }: StoredEvent,
): Promise<void> {
  const message = await findMessage(tx, territoryId, String(data.messageId));
  if (message?.status !== 'sent') return;
  const failed: Message = {
    ...message,
    status: 'failed',
    obstacle: 'refused',
    lastError: 'It came back: delivery status notification (RFC 3464).',
  };
  await updateMessage(tx, territoryId, failed);
  const act = actOfReaction(platform, HEAR, territoryId);
  await platform.events.publish(tx, act, messageEvent(failed));
}
