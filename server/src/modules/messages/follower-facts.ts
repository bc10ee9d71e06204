import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { pageOf } from './facts.ts';
import { describeFollowed, type Recipient } from './neighbours.ts';
import type { MailFacts } from './render-mail.ts';

/** What the one question before following says. */
export async function confirmationFacts(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  recipient: Recipient,
): Promise<MailFacts | undefined> {
  const followed = await describeFollowed(tx, territoryId, recipient.key);
  const page = pageOf(platform, recipient);
  return (
    followed && {
      kind: 'confirm-follow',
      role: 'follower',
      language: recipient.language,
      plain: recipient.plain,
      code: '',
      serviceName: followed.subject,
      place: followed.place,
      followed: followed.kind,
      organization: null,
      formerOrganization: null,
      receivedAt: platform.clock.now(),
      dueAt: null,
      scheduledStart: null,
      words: null,
      hasPhotos: false,
      byResidents: false,
      trackingUrl: page && `${page}/confirmer`,
      unfollowUrl: null,
    }
  );
}
