import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Follower } from './follower.ts';
import { idsJoinedTo, requestForMessage } from './neighbours.ts';
import { findStopped } from './stopped-store.ts';
import { findFollower, followersOf, silenced } from './store.ts';

/** Someone who is to be told something, and how. */
export interface Recipient {
  /**
   * `reporter`, `reporter:<id>` of a request merged into this one, the follower's id, or
   * `stopped:<id>` of a number that wants no more.
   */
  key: string;
  role: 'reporter' | 'follower';
  channel: 'email' | 'sms' | 'letter' | 'none';
  /** E-mail address, E.164 number, or postal lines joined by line feeds; empty for `none`. */
  address: string;
  name: string | null;
  language: 'fr' | 'en';
  /** In French that is easy to read (FALC). */
  plain: boolean;
  /** What opens their own page, `/suivi/{trackingKey}`: the code, or a follower's key. */
  trackingKey: string;
  /** The request that they reported or follow: their own, when another leads it. */
  requestId: string | null;
  /** Page and one-click address that end their messages; null for a letter, or without public address. */
  unfollowUrl: string | null;
}

/**
 * Who is to be told what happens to a request: who reported it or what is joined to it, and all
 * their confirmed followers.
 * Nobody is here twice under one address.
 */
export async function recipientsOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  requestId: string,
): Promise<Recipient[]> {
  const ids = [requestId, ...(await idsJoinedTo(tx, territoryId, requestId))];
  const recipients: Recipient[] = [];
  for (const id of ids) {
    const reporter = await reporterOf(platform, tx, territoryId, id);
    const key = id === requestId ? REPORTER : `${REPORTER}:${id}`;
    if (reporter) recipients.push({ ...reporter, key });
  }
  for (const follower of await followersOf(tx, territoryId, ids)) {
    recipients.push(asRecipient(platform, follower));
  }
  const seen = new Set<string>();
  return recipients.filter(({ channel, address }) => {
    const way = `${channel} ${address.toLowerCase()}`;
    if (channel !== 'none' && seen.has(way)) return false;
    seen.add(way);
    return true;
  });
}

/**
 * One recipient by key, asked anew when a message leaves: an address that was erased or a following
 * that was ended meanwhile is no recipient any more.
 *
 * @param requestId - null for the follower of an area
 * @param asked - whether the message asks for confirmation: then alone the unconfirmed are reached
 */
export async function recipientFor(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  requestId: string | null,
  key: string,
  asked = false,
): Promise<Recipient | undefined> {
  if (key.startsWith(REPORTER)) {
    return requestId === null ? undefined : reporterOf(platform, tx, territoryId, requestId);
  }
  if (key.startsWith(STOPPED)) return stoppedRecipient(tx, territoryId, key);
  const follower = await findFollower(tx, territoryId, key);
  if (!follower || (follower.confirmedAt === null) !== asked) return undefined;
  return asRecipient(platform, follower);
}

const REPORTER = 'reporter';
const STOPPED = 'stopped:';

/** What names a number that answered STOP, for the one answer to it. */
export const stoppedKey = (id: string) => `${STOPPED}${id}`;

async function stoppedRecipient(
  tx: Tx,
  territoryId: string,
  key: string,
): Promise<Recipient | undefined> {
  const address = await findStopped(tx, territoryId, key.slice(STOPPED.length));
  if (address === undefined) return undefined;
  return {
    key,
    role: 'follower',
    channel: 'sms',
    address,
    name: null,
    language: 'fr',
    plain: false,
    trackingKey: '',
    requestId: null,
    unfollowUrl: null,
  };
}

async function reporterOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  requestId: string,
): Promise<Recipient | undefined> {
  const request = await requestForMessage(tx, territoryId, requestId);
  if (!request) return undefined;
  const quiet = await silenced(tx, territoryId, [requestId]);
  const reach = quiet.has(requestId) ? ({ channel: 'none', address: '' } as const) : request.reach;
  return {
    key: REPORTER,
    role: 'reporter',
    ...reach,
    name: request.name,
    language: request.language,
    plain: false,
    trackingKey: request.code,
    requestId,
    unfollowUrl: reach.channel === 'letter' ? null : unfollowUrl(platform, request.code),
  };
}

function asRecipient(platform: Platform, follower: Follower): Recipient {
  const { id, target, channel, address, language, plain, key } = follower;
  return {
    key: id,
    role: 'follower',
    channel,
    address,
    name: null,
    language,
    plain,
    trackingKey: key,
    requestId: target.kind === 'request' ? target.requestId : null,
    unfollowUrl: unfollowUrl(platform, key),
  };
}

function unfollowUrl({ config }: Platform, key: string): string | null {
  return config.publicUrl ? `${config.publicUrl}/suivi/${key}/arret` : null;
}
