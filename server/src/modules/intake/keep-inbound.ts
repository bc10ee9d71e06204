import type { Tx } from '../../platform/db/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Inbound, Origin } from './inbound.ts';
import type { Source } from './model.ts';
import { insertInbound } from './store.ts';

/** Name of the task that reads one message. */
export const READ = 'intake/read';

/** Payload of a {@link READ} job. */
export interface ReadPayload {
  territoryId: string;
  inboundId: string;
}

/** Something that came, before anybody has read it. */
export interface Arrival {
  source: Source;
  /** Its identity where it came from: the same is kept once. */
  sourceKey: string;
  /** Its bytes as they came; absent when the fields below are all there is. */
  raw?: Buffer;
  /** Of the whole, when `raw` is its beginning only. */
  bytes?: number;
  truncated?: boolean;
  sender?: { address: string; name: string };
  text?: string;
  subject?: string;
  origin?: Origin;
  /** When it reached the town; now unless said. */
  receivedAt?: Date;
}

/**
 * Keeps what came, as it came, with the job that will read it: once the transaction commits, it
 * cannot be lost. One that its source gives twice is kept once.
 *
 * @returns those that are new
 */
export async function keepInbound(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  arrivals: readonly Arrival[],
): Promise<Inbound[]> {
  // Together: the disk flushes many files in the time of one.
  const messages = await Promise.all(arrivals.map((arrival) => toInbound(platform, arrival)));
  const fresh = await insertInbound(tx, territoryId, messages);
  const kept = messages.filter(({ id }) => fresh.has(id));
  const payloads = kept.map(({ id }): ReadPayload => ({ territoryId, inboundId: id }));
  await platform.events.laterEach(tx, READ, payloads);
  return kept;
}

/**
 * Keeps what is not whole yet: nobody reads it before it is.
 *
 * @returns `undefined` when it was kept before
 */
export async function keepWaiting(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  arrival: Arrival,
): Promise<Inbound | undefined> {
  const message: Inbound = { ...(await toInbound(platform, arrival)), state: 'waiting' };
  const fresh = await insertInbound(tx, territoryId, [message]);
  return fresh.has(message.id) ? message : undefined;
}

async function toInbound(platform: Platform, arrival: Arrival): Promise<Inbound> {
  const { raw, source, sourceKey } = arrival;
  const now = platform.clock.now();
  return {
    id: uuidv7(platform.clock),
    source,
    sourceKey,
    // Flushed to the disk before the row that names it exists.
    rawSha256: raw ? await platform.documents.put(raw) : null,
    rawBytes: arrival.bytes ?? raw?.length ?? 0,
    truncated: arrival.truncated ?? false,
    state: 'received',
    reason: null,
    sender: arrival.sender ?? { address: '', name: '' },
    subject: arrival.subject ?? '',
    text: arrival.text ?? '',
    messageId: null,
    origin: arrival.origin ?? {},
    leftOut: [],
    serviceRequestId: null,
    mentionedRequestId: null,
    receivedAt: arrival.receivedAt && arrival.receivedAt < now ? arrival.receivedAt : now,
    keptAt: now,
    readAt: null,
  };
}
