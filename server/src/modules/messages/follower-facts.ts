import type { Tx } from '../../platform/db/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { pageOf } from './facts.ts';
import { describeFollowed, newsOf, newsOfDigest, type Recipient } from './neighbours.ts';
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
      ...ofNoRequest(platform, recipient),
      kind: 'confirm-follow',
      serviceName: followed.subject,
      place: followed.place,
      followed: followed.kind,
      trackingUrl: page && `${page}/confirmer`,
      unfollowUrl: null,
    }
  );
}

/** A mail of more is a newspaper; the page of the area has the rest. */
const MOST_TOLD = 30;

/**
 * What the news of an area say, asked anew when they leave: what is no longer public by then is told
 * to nobody.
 *
 * @returns `undefined` when nothing is left to tell
 */
export async function areaNewsFacts(
  platform: Platform,
  tx: Tx,
  { territoryId, data }: StoredEvent,
  recipient: Recipient,
): Promise<MailFacts | undefined> {
  const followed = await describeFollowed(tx, territoryId, recipient.key);
  const told = await newsOfDigest(tx, territoryId, String(data.digestId));
  const news = await newsOf(platform, tx, territoryId, told, voiceOf(recipient));
  if (!followed || news.length === 0) return undefined;
  const { publicUrl } = platform.config;
  return {
    ...ofNoRequest(platform, recipient),
    kind: 'area-news',
    serviceName: followed.subject,
    place: followed.place,
    followed: followed.kind,
    news: news.slice(0, MOST_TOLD).map(({ title, detail, serviceName, address, requestId }) => ({
      title: [serviceName, address].filter(Boolean).join(', '),
      state: [title, detail].filter(Boolean).join('. '),
      url: publicUrl ? `${publicUrl}/carte/${requestId}` : null,
    })),
  };
}

const voiceOf = ({ language, plain }: Recipient) =>
  language === 'fr' && plain ? 'plain' : language;

/** That STOP was heard. It names nothing: a number may have changed hands. */
export function stoppedFacts(platform: Platform, recipient: Recipient): MailFacts {
  return { ...ofNoRequest(platform, recipient), kind: 'stopped', trackingUrl: null };
}

/** What a message that is about no request has of one: nothing. */
function ofNoRequest(platform: Platform, recipient: Recipient): Omit<MailFacts, 'kind'> {
  return {
    role: 'follower',
    language: recipient.language,
    plain: recipient.plain,
    code: '',
    serviceName: '',
    place: '',
    organization: null,
    formerOrganization: null,
    receivedAt: platform.clock.now(),
    dueAt: null,
    scheduledStart: null,
    words: null,
    hasPhotos: false,
    byResidents: false,
    trackingUrl: pageOf(platform, recipient),
    unfollowUrl: recipient.unfollowUrl,
  };
}
