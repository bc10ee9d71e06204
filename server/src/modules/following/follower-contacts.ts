import type { Tx } from '../../platform/db/index.ts';
import { followersOf } from './store.ts';

/**
 * How those who follow a request may be reached: for counting how many different people it concerns,
 * and for nothing else.
 */
export async function followerContacts(
  tx: Tx,
  territoryId: string,
  requestId: string,
): Promise<{ email: string | null; phone: string | null }[]> {
  const followers = await followersOf(tx, territoryId, [requestId]);
  return followers.map(({ channel, address }) => ({
    email: channel === 'email' ? address : null,
    phone: channel === 'sms' ? address : null,
  }));
}
