import { actOfReaction } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { messageEvent } from './events.ts';
import type { Message } from './message.ts';
import { isOutdated } from './model.ts';
import { SEND } from './send-message.ts';
import { heldMessages, releaseMessage, updateMessage } from './store.ts';

/** Name of the task that lets held messages go. */
export const RELEASE = 'messages/release-held';

/** At most so many each time the task runs: the mail server is new, it is not flooded. */
const AT_ONCE = 500;

/**
 * Lets go the messages that waited for a mail server or an SMS gateway, once there is one.
 * Those that waited so long that they say nothing true any more fail instead.
 *
 * @returns how many were let go
 */
export async function releaseHeldMessages(platform: Platform): Promise<number> {
  const { smtp, sms } = platform.config;
  const { read } = platform.db;
  const held = [
    ...(smtp ? await heldMessages(read, 'email', AT_ONCE) : []),
    ...(sms ? await heldMessages(read, 'sms', AT_ONCE) : []),
  ];
  let released = 0;
  for (const { territoryId, message } of held) {
    const act = actOfReaction(platform, RELEASE, territoryId);
    await platform.db.transaction(async (tx) => {
      if (!(await releaseMessage(tx, territoryId, message.id))) return;
      const freed = fresh(message, platform.clock.now());
      if (freed.status === 'failed') await updateMessage(tx, territoryId, freed);
      else {
        await platform.events.later(tx, SEND, { territoryId, messageId: message.id });
        released++;
      }
      await platform.events.publish(tx, act, messageEvent(freed));
    });
  }
  return released;
}

function fresh(message: Message, now: Date): Message {
  return isOutdated(message, now)
    ? { ...message, status: 'failed', obstacle: 'outdated' }
    : { ...message, status: 'queued', obstacle: null };
}
