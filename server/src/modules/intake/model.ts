/** By which way a message came. */
export const SOURCES = ['mail', 'sms', 'social', 'letter'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * - `received` : kept, a job will read it
 * - `waiting` : the other parts of an SMS have yet to come
 * - `request` : it made a request
 * - `words` : it was joined to a request
 * - `bounce` : a mail server says that it could not deliver a mail of ours
 * - `stop` : its author wants no more text messages
 * - `ignored` : no person wrote it, or it was read already
 * - `held` : a person must look at it
 */
export const STATES = [
  'received',
  'waiting',
  'request',
  'words',
  'bounce',
  'stop',
  'ignored',
  'held',
] as const;
export type State = (typeof STATES)[number];

/** Why a message is ignored or held. */
export const REASONS = [
  'loop',
  'mailing-list',
  'auto-reply',
  'spam',
  'duplicate',
  'delivery-report',
  'foreign-bounce',
  'too-many',
  'flood',
  'unreadable',
  'empty',
  'ambiguous',
  'set-aside',
  'joined',
] as const;
export type Reason = (typeof REASONS)[number];

/** What becomes of a message. */
export type Verdict =
  | { state: 'ignored' | 'held'; reason: Reason }
  | { state: 'request' }
  | { state: 'words'; requestId: string; by: Voice }
  | { state: 'bounce'; requestId: string }
  | { state: 'stop' };

/** Whose words they are: of who reported, or of another who follows the request. */
export type Voice = 'reporter' | 'follower';

/** A request that a message seems to be about, and how it says so. */
export interface Reference {
  requestId: string;
  /** True when only who was written to can know it: a mail's own id, or a signed address. */
  secret: boolean;
  /** Whether the author of the message is the one of the request, or follows it. */
  isTheirs: boolean;
  by: Voice;
}

/** One author may write this often in an hour before a person looks first. */
export const MOST_FROM_ONE = 10;
/** So may everyone together: many times what a city of a million is sent. */
export const MOST_FROM_ALL = 300;

/** What decides about a message that a person seems to have written. */
export interface Facts {
  hasWords: boolean;
  /** The nearest first. */
  references: readonly Reference[];
  /** Messages that were kept in the last hour before this one. */
  lastHour: { fromThem: number; fromAll: number };
}

/**
 * Decides what a message becomes. Words in a thread are joined to it; everything else makes a new
 * request, but for a flood, which waits for a person: acknowledging it would flood others in turn.
 */
export function judge({ hasWords, references, lastHour }: Facts): Verdict {
  const known = references.find(({ secret, isTheirs }) => secret || isTheirs);
  if (lastHour.fromThem >= MOST_FROM_ONE) return { state: 'held', reason: 'too-many' };
  if (known) return { state: 'words', requestId: known.requestId, by: known.by };
  if (lastHour.fromAll >= MOST_FROM_ALL) return { state: 'held', reason: 'flood' };
  return hasWords ? { state: 'request' } : { state: 'held', reason: 'empty' };
}

/** What a person may still decide: whatever has not become something already. */
export function mayBeDecided(state: State): boolean {
  return state === 'held' || state === 'ignored';
}
