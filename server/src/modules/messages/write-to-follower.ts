import type { Tx } from '../../platform/db/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { confirmationFacts } from './follower-facts.ts';
import { recipientFor } from './neighbours.ts';
import { queueMessage } from './queue-message.ts';

/** Asks the owner of an address whether it was them who want to follow: the one message before yes. */
export async function askWhetherFollowing(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
): Promise<void> {
  const recipient = await recipientFor(platform, tx, event.territoryId, null, event.subject, true);
  const facts = recipient && (await confirmationFacts(platform, tx, event.territoryId, recipient));
  if (recipient && facts) await queueMessage(platform, tx, event, recipient, facts);
}
