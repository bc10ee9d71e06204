/** Life of a service request, in the order in which a resident sees it. */
export const STATUSES = [
  'received',
  'triaged',
  'planned',
  'started',
  'done',
  'answered',
  'rejected',
] as const;
export type Status = (typeof STATUSES)[number];

/** The statuses in which nothing more is expected of the town: Open311's `closed`. */
export const CLOSED = ['done', 'answered', 'rejected'] as const satisfies Status[];
export const OPEN = ['received', 'triaged', 'planned', 'started'] as const satisfies Status[];

/** How the request reached the town. */
export const CHANNELS = [
  'web',
  'desk',
  'phone',
  'letter',
  'mail',
  'sms',
  'social',
  'elected',
  'open311',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels by which people write without a form: neither service nor place can be asked of them. */
const FREE_CHANNELS: readonly Channel[] = ['letter', 'mail', 'sms', 'social', 'elected'];

/** Whether what comes this way may name no place, and no service that we offer. */
export function isFree(channel: Channel): boolean {
  return FREE_CHANNELS.includes(channel);
}

export const REJECTION_REASONS = [
  'not-competent',
  'not-found',
  'duplicate',
  'out-of-scope',
  'other',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** Whether the rules of competence named one organization, or a person must decide. */
export type Assignment = 'certain' | 'unclear';

/** Who took the picture, and when in the life of the request. */
export type PhotoKind = 'resident' | 'before' | 'after';

/** What shows that a request is done. */
export const EVIDENCES = ['photo', 'work-order', 'reason'] as const;
export type Evidence = (typeof EVIDENCES)[number];

/** How satisfied: 1 (not), 2 (so so), 3 (yes). */
export const SCORES = [1, 2, 3] as const;
export type Score = (typeof SCORES)[number];

/** Severity and urgency from 1 (least) to 4 (most); priority from 1 (first) to 4 (last). */
export type Grade = 1 | 2 | 3 | 4;

/** What people do to a request. */
export const COMMANDS = [
  'triage',
  'answer',
  'complete',
  'ask',
  'reject',
  'accept',
  'refuse',
  'transfer',
  'correct',
  'reopen',
  'comment',
  'merge',
  'unmerge',
  'moderate',
] as const;
export type Command = (typeof COMMANDS)[number];

/** What a work order does to the request that it answers. */
export const WORK_STEPS = ['plan', 'start', 'finish', 'give-up'] as const;
export type WorkStep = (typeof WORK_STEPS)[number];

export type Move = Command | WorkStep;

/** A command or step → the statuses where it has a place, and where it leads (absent: it stays). */
const MOVES: Record<Move, { from: readonly Status[]; to?: Status }> = {
  triage: { from: ['received', 'triaged'], to: 'triaged' },
  answer: { from: ['received', 'triaged'], to: 'answered' },
  // Done without a work order: what a crew has in hand ends by its work order.
  complete: { from: ['received', 'triaged'], to: 'done' },
  ask: { from: OPEN },
  reject: { from: ['received', 'triaged'], to: 'rejected' },
  accept: { from: ['received', 'triaged'] },
  refuse: { from: ['received', 'triaged'], to: 'received' },
  transfer: { from: ['received', 'triaged'], to: 'received' },
  correct: { from: ['received', 'triaged'] },
  reopen: { from: CLOSED, to: 'received' },
  comment: { from: STATUSES },
  // What a crew is on its way to is not hidden behind another request.
  merge: { from: ['received', 'triaged'] },
  unmerge: { from: STATUSES },
  moderate: { from: STATUSES },
  // A dispatcher may plan at once what needs no triage, and a second visit after the first.
  plan: { from: ['received', 'triaged', 'planned'], to: 'planned' },
  // A start or an end may be heard before the plan: events keep no order between them.
  start: { from: ['received', 'triaged', 'planned', 'started'], to: 'started' },
  finish: { from: OPEN, to: 'done' },
  'give-up': { from: ['received', 'triaged', 'planned', 'started'], to: 'triaged' },
};

/** By these the town acts on what a resident said: nothing waits to be read any more. */
const SETTLING: readonly Move[] = [
  'triage',
  'answer',
  'complete',
  'reject',
  'plan',
  'start',
  'finish',
];

/** What the move settles of what was said: all of it, or nothing. */
export function settled(move: Move): { waitingSince?: null; disputedAt?: null; wroteAt?: null } {
  return SETTLING.includes(move) ? { waitingSince: null, disputedAt: null, wroteAt: null } : {};
}

/** The status that the move leads to, or `undefined` when it has no place in this one. */
export function next(status: Status, move: Move): Status | undefined {
  const { from, to } = MOVES[move];
  return from.includes(status) ? (to ?? status) : undefined;
}

/** What may still be done to a request that is joined to another: the rest is done to its leader. */
const WHILE_MERGED: readonly Command[] = ['comment', 'unmerge', 'moderate'];

/** Whether being joined to another request, or not, leaves room for the command. */
export function suitsMerging(command: Command, isMerged: boolean): boolean {
  return isMerged ? WHILE_MERGED.includes(command) : command !== 'unmerge';
}

/** The commands that have a place in the status. */
export function allowedCommands(status: Status, isMerged = false): Command[] {
  return COMMANDS.filter(
    (command) => next(status, command) !== undefined && suitsMerging(command, isMerged),
  );
}

export function isClosed(status: Status): boolean {
  return (CLOSED as readonly Status[]).includes(status);
}

/** What of a request changes as it moves. */
export interface Progress {
  status: Status;
  closedAt: Date | null;
  updatedAt: Date;
  version: number;
}

/**
 * The request after the move: closed exactly when its status says so, one version later.
 *
 * @returns `undefined` when the move has no place in the present status
 */
export function advance(progress: Progress, move: Move, at: Date): Progress | undefined {
  const status = next(progress.status, move);
  if (status === undefined) return undefined;
  const closedAt = isClosed(status) ? (progress.closedAt ?? at) : null;
  return { status, closedAt, updatedAt: at, version: progress.version + 1 };
}
