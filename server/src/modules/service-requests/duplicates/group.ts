import { distanceMetres, type Point } from '../../../platform/geo/index.ts';

/**
 * A group of requests about one thing: a leader, and what is joined to it. It never chains, or one
 * street of lamps would end as one problem (seen on the Paris reports: density clustering put
 * 56,000 of them together); so its diameter is capped.
 */
export interface Group {
  leaderId: string;
  /** Of the leader and its members, those whose place is known. */
  places: readonly Point[];
  size: number;
}

/** More than this is not duplicates but an event, which wants another tool. */
export const GROUP_LIMIT = 300;

/** A service that proposes no duplicates may still have some: two desks take the same call. */
const RADIUS_OTHERWISE = 50;

/** The widest that a group of a service may be, in metres. */
export function diameterCap({ radiusMetres }: { radiusMetres: number }): number {
  return 2 * (radiusMetres || RADIUS_OTHERWISE);
}

/** The largest distance between any two places, in metres. */
export function diameter(places: readonly Point[]): number {
  let widest = 0;
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      widest = Math.max(widest, distanceMetres(one, other));
    }
  }
  return widest;
}

/** Why two groups may not become one. */
export type Refusal =
  | { why: 'same' }
  | { why: 'too-many'; limit: number }
  | { why: 'too-wide'; metres: number; cap: number };

/** Whether `joining`, a request with all that is joined to it, may go to the leader of `into`. */
export function refuseJoining(joining: Group, into: Group, cap: number): Refusal | undefined {
  if (joining.leaderId === into.leaderId) return { why: 'same' };
  if (joining.size + into.size > GROUP_LIMIT) return { why: 'too-many', limit: GROUP_LIMIT };
  const metres = diameter([...joining.places, ...into.places]);
  return metres > cap ? { why: 'too-wide', metres: Math.ceil(metres), cap } : undefined;
}

/** What of a request decides which of two leads. */
export interface Eligible {
  id: string;
  receivedAt: Date;
  closedAt: Date | null;
  /** A crew is on its way, or at work. */
  underWay: boolean;
}

/** The one that should lead: open, then the one that a crew goes to, then the oldest. */
export function electLeader<R extends Eligible>(one: R, other: R): R {
  const worth = ({ closedAt, underWay }: R) => (closedAt === null ? 2 : 0) + (underWay ? 1 : 0);
  const [a, b] = [worth(one), worth(other)];
  if (a !== b) return a > b ? one : other;
  const byAge = one.receivedAt.getTime() - other.receivedAt.getTime();
  return byAge < 0 || (byAge === 0 && one.id < other.id) ? one : other;
}
