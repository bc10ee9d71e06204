import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { StoredEvent } from '../event.ts';
import { canonicalJson } from './canonical-json.ts';

/** An event with everything that the log keeps of it. */
export interface LoggedEvent extends StoredEvent {
  requestId: string;
  /** Number of the seal that covers it. */
  seal: number | null;
}

/** A link of the chain. Digests are SHA-256 in hexadecimal. */
export interface Seal {
  territoryId: string;
  /** From 1, without a gap. */
  number: number;
  /** Digest of the seal before; {@link GENESIS} for the first. */
  previous: string;
  /** Of the Merkle tree of the digests of its events, in the order of their ids. */
  root: string;
  /** How many. */
  events: number;
  at: Date;
}

/** What stands before the first seal. */
export const GENESIS = '0'.repeat(64);

/** What a digest is of can be told by its first byte: a leaf (0) or node (1) of a tree, or a seal (2). */
const LEAF = Buffer.from([0]);
const SEAL = Buffer.from([2]);

export const newSalt = () => randomBytes(16).toString('hex');

/** The words of people that an event carries: the only part of it that may ever be taken away. */
export function wordsOf({ reason, data }: Pick<StoredEvent, 'reason' | 'data'>) {
  const text = typeof data.text === 'string' ? data.text : null;
  return reason === null && text === null ? null : { reason, text };
}

/** Stands for words in a digest. Without its salt it tells nothing of them, not even a guess. */
export function markWords(words: ReturnType<typeof wordsOf>, salt: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(canonicalJson(words)).digest('hex');
}

/**
 * The digest of one event, its words by their mark.
 *
 * @param words - the mark, or null when the event carried none
 */
export function digestEvent(event: LoggedEvent, words: string | null): string {
  const { text, ...rest } = event.data;
  const content = canonicalJson({
    v: 1,
    territoryId: event.territoryId,
    id: event.id,
    type: event.type,
    subject: event.subject,
    organizationId: event.organizationId,
    at: event.at.toISOString(),
    actor: { kind: event.actor.kind, id: event.actor.id, name: event.actor.name },
    requestId: event.requestId,
    data: typeof text === 'string' ? rest : event.data,
    words,
  });
  return createHash('sha256').update(LEAF).update(content).digest('hex');
}

/** The digest of a seal: what the next one repeats, what an outsider keeps, what can be signed. */
export function digestSeal(seal: Seal): string {
  const { territoryId, number, previous, root, events, at } = seal;
  const content = { v: 1, territoryId, number, previous, root, events, at: at.toISOString() };
  return createHash('sha256').update(SEAL).update(canonicalJson(content)).digest('hex');
}
