import { findEvent, type StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { factsOf } from './facts.ts';
import { areaNewsFacts, confirmationFacts, stoppedFacts } from './follower-facts.ts';
import type { Message } from './message.ts';
import type { Kind, Obstacle } from './model.ts';
import { type Recipient, recipientFor } from './neighbours.ts';
import type { MailFacts } from './render-mail.ts';

/** A message as it would leave now, or why it says nothing to anybody any more. */
export type Contents =
  | { recipient: Recipient; facts: MailFacts }
  | { obstacle: Extract<Obstacle, 'no-address' | 'outdated'> };

/**
 * To whom a message goes and what it says, asked anew from those who know: for every channel.
 *
 * @returns `no-address` when there is nobody to tell any more, `outdated` when nothing is left to tell
 */
export async function contentsOf(
  platform: Platform,
  territoryId: string,
  message: Message,
): Promise<Contents> {
  const { read } = platform.db;
  const { kind, recipientKey, serviceRequestId } = message;
  const recipient = await recipientFor(
    platform,
    read,
    territoryId,
    serviceRequestId,
    recipientKey,
    kind === 'confirm-follow',
  );
  if (!recipient) return { obstacle: 'no-address' };
  const event = await findEvent(read, territoryId, message.eventId);
  const facts = event && (await factsIn(platform, event, kind, recipient));
  return facts ? { recipient, facts } : { obstacle: 'outdated' };
}

async function factsIn(
  platform: Platform,
  event: StoredEvent,
  kind: Kind,
  recipient: Recipient,
): Promise<MailFacts | undefined> {
  const { read } = platform.db;
  if (kind === 'stopped') return stoppedFacts(platform, recipient);
  if (kind === 'confirm-follow') {
    return confirmationFacts(platform, read, event.territoryId, recipient);
  }
  return kind === 'area-news'
    ? areaNewsFacts(platform, read, event, recipient)
    : factsOf(platform, read, event, kind, recipient);
}
