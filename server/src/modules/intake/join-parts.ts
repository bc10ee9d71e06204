import type { Platform } from '../../platform/platform.ts';
import type { Inbound } from './inbound.ts';
import { READ, type ReadPayload } from './keep-inbound.ts';
import { findInbound, partsOf, updateInbound } from './store.ts';

/** Name of the task that joins the parts of a long text message. */
export const JOIN = 'intake/join-parts';

/** Payload of a {@link JOIN} job. */
export interface JoinPayload extends ReadPayload {
  /** Joins what there is: the others will not come. */
  incomplete?: boolean;
}

/** Joins the parts of a long text message, in their order, once all have come or none comes any more. */
export async function joinParts(
  platform: Platform,
  { territoryId, inboundId, incomplete = false }: JoinPayload,
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const part = await findInbound(tx, territoryId, inboundId);
    if (part?.state !== 'waiting') return;
    const parts = (await partsOf(tx, territoryId, part)).filter(({ state }) => state === 'waiting');
    const inOrder = uniqueByNumber(parts);
    const [first, ...others] = inOrder;
    const isWhole = inOrder.length === part.origin.part?.total;
    if (!first || !(isWhole || incomplete)) return;
    const text = inOrder.map((one) => one.text).join('') + (isWhole ? '' : ' […]');
    await updateInbound(tx, territoryId, { ...first, text, state: 'received' });
    for (const other of others) {
      const joined = { state: 'ignored', reason: 'joined', readAt: platform.clock.now() } as const;
      await updateInbound(tx, territoryId, { ...other, ...joined });
    }
    const payload: ReadPayload = { territoryId, inboundId: first.id };
    await platform.events.later(tx, READ, payload);
  });
}

function uniqueByNumber(parts: readonly Inbound[]): Inbound[] {
  const byNumber = new Map(parts.map((part) => [part.origin.part?.number ?? 0, part]));
  return [...byNumber].sort(([a], [b]) => a - b).map(([, part]) => part);
}
