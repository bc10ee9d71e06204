import type { Platform } from '../../platform.ts';
import {
  digestEvent,
  digestSeal,
  GENESIS,
  type LoggedEvent,
  markWords,
  wordsOf,
} from './digest.ts';
import type { Fault, FaultKind } from './fault.ts';
import { merkleRoot } from './merkle-root.ts';
import {
  type Audit,
  eventsById,
  eventsWithoutLeaf,
  type KeptSeal,
  type Leaf,
  lastAudit,
  leavesOf,
  saveAudit,
  sealsAfter,
  territoriesWithSeals,
} from './store.ts';

export const VERIFY_LOG = 'events/verify';

/** Told that words were taken from an event: its subject is that event. */
export const REDACTED = 'log.redacted';

/** Faults that are named; a log that has more is lost anyway. */
const NAMED = 100;
const SEALS_AT_A_TIME = 200;

/** A seal that an outsider saw: the chain must still hold it. */
export type Head = Pick<KeptSeal, 'number' | 'hash'>;

/** Reads the log of every territory again. */
export async function verifyLogs(platform: Platform): Promise<void> {
  for (const territoryId of await territoriesWithSeals(platform.db.read)) {
    await verifyLog(platform, territoryId);
  }
}

/**
 * Reads the whole log of a territory again and compares it with its seals: every event with the
 * digest that was made of it, these digests with their seal, each seal with the one before, and the
 * chain with what was seen of it at the last reading.
 *
 * Words that an erasure took away are not missed: what was sealed is their mark, and the event that
 * tells of the erasure is sealed too.
 *
 * @param heads - seals that were noted outside
 * @returns what was read and every fault (a hundred at most); kept for the console to show
 */
export async function verifyLog(
  platform: Platform,
  territoryId: string,
  heads: readonly Head[] = [],
): Promise<Audit> {
  const { read } = platform.db;
  const earlier = await lastAudit(read, territoryId);
  const unseen = new Set<Head>(earlier && earlier.number > 0 ? [...heads, earlier] : heads);
  const faults: Fault[] = [];
  const audit: Audit = {
    at: platform.clock.now(),
    number: 0,
    hash: GENESIS,
    events: 0,
    sealedUntil: null,
    faults,
  };
  for (;;) {
    const seals = await sealsAfter(read, territoryId, audit.number, SEALS_AT_A_TIME);
    for (const seal of seals) {
      for (let missing = audit.number + 1; missing < seal.number; missing++) {
        if (faults.length < NAMED) faults.push(faultOf('seal-missing', missing));
      }
      const follows = seal.previous === audit.hash && seal.hash === digestSeal(seal);
      if (!follows) faults.push(faultOf('seal-changed', seal.number, null, seal.at));
      faults.push(...(await verifyLeaves(platform, seal)));
      for (const head of unseen) {
        if (head.number === seal.number && head.hash === seal.hash) unseen.delete(head);
      }
      audit.number = seal.number;
      audit.hash = seal.hash;
      audit.events += seal.events;
      audit.sealedUntil = seal.at;
    }
    if (seals.length < SEALS_AT_A_TIME || faults.length >= NAMED) break;
  }
  for (const { number } of faults.length < NAMED ? unseen : []) {
    faults.push(faultOf('head-lost', number));
  }
  for (const { id, seal, at } of await eventsWithoutLeaf(read, territoryId, NAMED)) {
    faults.push(faultOf('event-added', seal, id, at));
  }
  // What was lost stays missed: the next reading must not begin from a chain that was cut.
  if (earlier && unseen.has(earlier)) Object.assign(audit, headOf(earlier));
  faults.splice(NAMED);
  await saveAudit(read, territoryId, audit);
  if (faults.length > 0) platform.log.error({ territoryId, faults }, 'the log was tampered with');
  return audit;
}

async function verifyLeaves({ db }: Platform, seal: KeptSeal): Promise<Fault[]> {
  const { territoryId, number } = seal;
  const pairs = await leavesOf(db.read, territoryId, number);
  const tellers = await eventsById(
    db.read,
    territoryId,
    pairs.flatMap(({ leaf }) => leaf.redacted_by ?? []),
  );
  const faults = pairs.flatMap(({ leaf, event }) => {
    const kind = event?.seal === number ? faultIn(leaf, event, tellers) : strayed(event);
    return kind ? [faultOf(kind, number, leaf.event_id, event?.at ?? seal.at)] : [];
  });
  const root = merkleRoot(pairs.map(({ leaf }) => leaf.hash));
  const whole = root === seal.root && pairs.length === seal.events;
  return whole ? faults : [faultOf('leaves-changed', number, null, seal.at), ...faults];
}

const strayed = (event: LoggedEvent | undefined): FaultKind =>
  event ? 'event-changed' : 'event-missing';

function faultIn(
  leaf: Leaf,
  event: LoggedEvent,
  tellers: Map<string, LoggedEvent>,
): FaultKind | undefined {
  if (digestEvent(event, leaf.words) !== leaf.hash) return 'event-changed';
  const words = wordsOf(event);
  if ((words === null) !== (leaf.salt === null)) return 'words-changed';
  const mark = words && leaf.salt && markWords(words, leaf.salt);
  if (leaf.redacted_by === null) return mark === leaf.words ? undefined : 'words-changed';
  const teller = tellers.get(leaf.redacted_by);
  const told = teller?.type === REDACTED && teller.subject === event.id && teller.data.words;
  return mark !== null && told === mark ? undefined : 'words-changed';
}

const headOf = ({ number, hash }: Head): Head => ({ number, hash });

function faultOf(kind: FaultKind, seal: number, eventId: string | null = null, at?: Date): Fault {
  return { kind, seal, eventId, at: at?.toISOString() ?? null };
}
