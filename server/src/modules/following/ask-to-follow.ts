import { randomBytes } from 'node:crypto';
import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import { isMobile, toE164 } from '../../platform/phone/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { followerEvent } from './events.ts';
import type { Follower, Target } from './follower.ts';
import { problems } from './problems.ts';
import { isStopped } from './stopped-store.ts';
import { countAsked, insertFollower } from './store.ts';

export interface AskToFollow {
  /** An e-mail address or a mobile number, as typed. */
  address: string;
  language: 'fr' | 'en';
  /** In French that is easy to read (FALC). */
  plain: boolean;
}

/**
 * Messages of confirmation that one address may be sent in a day, whoever types it: enough to follow
 * one's street, too few to annoy somebody else.
 */
const ASKED_A_DAY = 5;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Keeps that somebody would like to follow, and has the owner of the address asked (double opt-in).
 * The answer is the same whether the address follows already, was asked too often, wants no more or is new: nobody
 * learns here who follows what.
 *
 * @throws Problem `unreachable` (422) when it is no address
 */
export async function askToFollow(
  platform: Platform,
  tx: Tx,
  act: Act,
  target: Target,
  { address: typed, language, plain }: AskToFollow,
): Promise<void> {
  const reach = reachOf(typed);
  ensure(reach, problems.unreachable);
  if (await isStopped(tx, act.territoryId, reach.address)) return;
  const since = new Date(act.at.getTime() - DAY_MS);
  if ((await countAsked(tx, act.territoryId, reach.address, since)) >= ASKED_A_DAY) return;
  const follower: Follower = {
    id: uuidv7(platform.clock),
    key: newFollowerKey(),
    target,
    ...reach,
    language,
    plain,
    askedAt: act.at,
    confirmedAt: null,
  };
  if (await insertFollower(tx, act.territoryId, follower)) {
    await platform.events.publish(tx, act, followerEvent('asked', follower));
  }
}

/** 144 random bits: it opens a page and ends a following, and is never guessed. */
function newFollowerKey(): string {
  return randomBytes(18).toString('base64url');
}

/** One address, without quotes, comments or line breaks: what an envelope can carry. */
const EMAIL = /^[^\s<>()[\]\\,;:@"]{1,64}@[^\s<>()[\]\\,;:@"]+\.[^\s<>()[\]\\,;:@"]+$/;

function reachOf(typed: string): Pick<Follower, 'channel' | 'address'> | undefined {
  const text = typed.trim();
  if (text.includes('@')) {
    return text.length <= 254 && EMAIL.test(text)
      ? { channel: 'email', address: text.toLowerCase() }
      : undefined;
  }
  const number = toE164(text);
  return number && isMobile(number) ? { channel: 'sms', address: number } : undefined;
}
