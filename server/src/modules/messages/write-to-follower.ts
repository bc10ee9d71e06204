import type { Tx } from '../../platform/db/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { areaNewsFacts, confirmationFacts, stoppedFacts } from './follower-facts.ts';
import { recipientFor, stoppedKey } from './neighbours.ts';
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

/** Writes down that somebody is to be told what happened in the area that they follow. */
export async function writeAreaNews(platform: Platform, tx: Tx, event: StoredEvent): Promise<void> {
  const recipient = await recipientFor(platform, tx, event.territoryId, null, event.subject);
  const facts = recipient && (await areaNewsFacts(platform, tx, event, recipient));
  if (recipient && facts) await queueMessage(platform, tx, event, recipient, facts);
}

/** Answers, once, whoever wants no more text messages. */
export async function writeAfterStop(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
): Promise<void> {
  const key = stoppedKey(event.subject);
  const recipient = await recipientFor(platform, tx, event.territoryId, null, key);
  if (!recipient) return;
  await queueMessage(platform, tx, event, recipient, stoppedFacts(platform, recipient));
}
