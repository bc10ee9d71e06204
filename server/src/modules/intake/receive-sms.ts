import type { Act } from '../../platform/acts/index.ts';
import { toE164 } from '../../platform/phone/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { JOIN } from './join-parts.ts';
import { type Arrival, keepInbound, keepWaiting, type ReadPayload } from './keep-inbound.ts';
import { mayHandInSms } from './policy.ts';
import { problems } from './problems.ts';
import type { SmsBody } from './schemas.ts';
import { findBySourceKey } from './store.ts';

/** A part that is missing after this long will not come. */
const PARTS_WAIT_MS = 15 * 60_000;

/**
 * Takes charge of a text message from the gateway; the same number is taken once.
 *
 * @returns once it is committed
 * @throws Problem `forbidden` (403), `bad-number` (422)
 */
export async function receiveSms(
  platform: Platform,
  act: Act,
  { id, from, text, receivedAt, part }: SmsBody,
): Promise<{ id: string; state: 'received' | 'waiting' }> {
  ensure(mayHandInSms(act.actor));
  const address = toE164(from);
  ensure(address !== null, problems.badNumber);
  const { territoryId } = act;
  const isPart = part !== undefined && part.total > 1;
  const arrival: Arrival = {
    source: 'sms',
    sourceKey: id,
    sender: { address, name: '' },
    text,
    ...(isPart && { origin: { part } }),
    ...(receivedAt && { receivedAt: new Date(receivedAt) }),
  };
  await platform.db.transaction(async (tx) => {
    if (!isPart) {
      await keepInbound(platform, tx, territoryId, [arrival]);
      return;
    }
    const kept = await keepWaiting(platform, tx, territoryId, arrival);
    if (!kept) return;
    const payload: ReadPayload = { territoryId, inboundId: kept.id };
    // After the commit, where the parts that come at the same moment see each other.
    await platform.events.later(tx, JOIN, payload);
    const late = new Date(platform.clock.now().getTime() + PARTS_WAIT_MS);
    await platform.events.later(tx, JOIN, { ...payload, incomplete: true }, late);
  });
  const kept = await findBySourceKey(platform.db.read, territoryId, 'sms', id);
  if (!kept) throw new Error('A message that was just kept is not there');
  return { id: kept.id, state: isPart ? 'waiting' : 'received' };
}
