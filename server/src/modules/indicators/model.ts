/** How a request ended. */
export type Outcome = 'done' | 'answered' | 'rejected';

/** What counting needs of one request; nothing here names a person. */
export interface RequestFact {
  requestId: string;
  serviceCode: string;
  serviceName: string;
  serviceGroup: string;
  organizationId: string | null;
  communeId: string | null;
  channel: string;
  receivedAt: Date;
  /** First time that someone took it in hand: triaged, planned, or answered at once. */
  triagedAt: Date | null;
  plannedAt: Date | null;
  closedAt: Date | null;
  outcome: Outcome | null;
  reopenedCount: number;
  /** Until when an answer and an end were promised; null when nothing was. */
  replyDueAt: Date | null;
  repliedAt: Date | null;
  closeDueAt: Date | null;
  /** Answers to the question of satisfaction, those with words among them. */
  ratingsCount: number;
  satisfiedCount: number;
  unsatisfiedCount: number;
  commentsCount: number;
  /** Of the request when it was read. */
  requestVersion: number;
}

/** The request as its own module knows it now. */
export interface Counted {
  id: string;
  serviceCode: string;
  serviceName: string;
  serviceGroup: string;
  organizationId: string | null;
  communeId: string | null;
  channel: string;
  status: string;
  receivedAt: Date;
  closedAt: Date | null;
  version: number;
}

/** What was promised of it, and what its followers thought of the result. */
export interface Judged {
  promised: Pick<RequestFact, 'replyDueAt' | 'repliedAt' | 'closeDueAt'>;
  ratings:
    | { ratings: number; satisfied: number; unsatisfied: number; comments: number }
    | undefined;
}

/** One fact of its history, in any order. */
export interface Happening {
  type: string;
  at: Date;
}

/** Whoever joined it to another had read it. */
const TAKEN_IN_HAND = ['merged', 'triaged', 'planned', 'started', 'done', 'answered', 'rejected'];
const OUTCOMES: readonly string[] = ['done', 'answered', 'rejected'] satisfies Outcome[];

/**
 * What to count of a request, from its present state and its whole history.
 *
 * A function of what is known, not of the order in which it was heard: hearing an event twice,
 * late or out of turn gives the same row.
 */
export function factOf(
  request: Counted,
  history: readonly Happening[],
  { promised, ratings }: Judged,
): RequestFact {
  const first = (...steps: string[]) =>
    history
      .filter(({ type }) => steps.includes(stepOf(type)))
      .map(({ at }) => at)
      .toSorted((a, b) => a.getTime() - b.getTime())
      .at(0) ?? null;
  const closed = request.closedAt !== null && OUTCOMES.includes(request.status);
  return {
    requestId: request.id,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    serviceGroup: request.serviceGroup,
    organizationId: request.organizationId,
    communeId: request.communeId,
    channel: request.channel,
    receivedAt: request.receivedAt,
    triagedAt: first(...TAKEN_IN_HAND),
    plannedAt: first('planned'),
    closedAt: closed ? request.closedAt : null,
    outcome: closed ? (request.status as Outcome) : null,
    reopenedCount: history.filter(({ type }) => stepOf(type) === 'reopened').length,
    ...promised,
    ratingsCount: ratings?.ratings ?? 0,
    satisfiedCount: ratings?.satisfied ?? 0,
    unsatisfiedCount: ratings?.unsatisfied ?? 0,
    commentsCount: ratings?.comments ?? 0,
    requestVersion: request.version,
  };
}

const stepOf = (type: string) => type.slice(type.indexOf('.') + 1);

/** Ages of open requests, in days: from, and up to but not including. */
export const AGES = [
  { fromDays: 0, toDays: 7 },
  { fromDays: 7, toDays: 30 },
  { fromDays: 30, toDays: 90 },
  { fromDays: 90, toDays: null },
] as const;
