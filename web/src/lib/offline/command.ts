import type { FailureReason, WorkOrder } from './work-order.ts';

/** What a crew does to a work order. */
export type FieldAct =
  | { kind: 'start' }
  | { kind: 'complete'; outcome: string }
  | { kind: 'fail'; reason: FailureReason; note: string };

/** Why the server would not have a command, in words for the agent. */
export interface Refusal {
  /** HTTP status. */
  status: number;
  /** RFC 9457 `type`, e.g. `/problems/work-orders/already-ended`. */
  type: string | null;
  title: string;
  detail: string | null;
  requestId: string | null;
  /** A photo was refused, not the act itself. */
  ofPhoto: boolean;
}

/** An act that the agent has done and the server may not know yet. Kept on the phone, in order. */
export interface Command {
  /** Its `Idempotency-Key`: sent ten times, it acts once. */
  id: string;
  /** Which version of this structure wrote it; see {@link readCommand}. */
  format: typeof COMMAND_FORMAT;
  /** Rank in the queue: later acts have higher ones. */
  rank: number;
  /** Whose act it is: never sent under another name. */
  accountId: string;
  orderId: string;
  /** To name the act on the screen when its day is no longer on the phone. */
  orderTitle: string;
  act: FieldAct;
  /** Photos that go first; ids on this phone, not the server's. */
  photoIds: string[];
  /** Version of the work order that the author saw, or that the act before this one led to. */
  seenVersion: number;
  /** The version said in the first sending: a repetition must be word for word the same. */
  sentVersion: number | null;
  /** ISO 8601. */
  createdAt: string;
  refusal: Refusal | null;
}

const COMMAND_FORMAT = 1;

/** What an act needs to become a command. */
export interface NewCommand {
  id: string;
  accountId: string;
  order: Pick<WorkOrder, 'id' | 'title' | 'version'>;
  act: FieldAct;
  photoIds: string[];
  at: Date;
}

/** Makes the command of an act; the queue gives it its rank. */
export function newCommand(facts: NewCommand): Omit<Command, 'rank'> {
  const { id, accountId, order, act, photoIds, at } = facts;
  return {
    id,
    format: COMMAND_FORMAT,
    accountId,
    orderId: order.id,
    orderTitle: order.title,
    act,
    photoIds,
    seenVersion: order.version,
    sentVersion: null,
    createdAt: at.toISOString(),
    refusal: null,
  };
}

/**
 * Reads what any version of the program left in the queue: a phone may be updated while acts wait.
 * Format 1 is the only one so far; the next brings its translation here.
 *
 * @returns `undefined` for a format of a newer program: it is left untouched until that one is back
 */
export function readCommand(stored: { format: number }): Command | undefined {
  return stored.format === COMMAND_FORMAT ? (stored as Command) : undefined;
}
