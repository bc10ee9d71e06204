import { PairInsertion } from './pair-insertion.ts';
import type { Desk } from './read-plan.ts';

/** Where a job, and the other end of its shipment if it has one, would go. */
export interface Found {
  crew: number;
  cost: number;
  behind: number;
  /** The other end, and behind what. */
  other?: { job: number; behind: number };
}

/** The best place of a job that is not served on one crew's round, inside; undefined: there is none. */
export function placeOnRound(desk: Desk, job: number, crew: number): Found | undefined {
  const { state, insertion, linked } = desk;
  const partner = state.model.partner[job]!;
  if (partner < 0 || state.crew[partner]! >= 0) {
    if (partner >= 0 && state.crew[partner] !== crew) return undefined;
    if (!linked.narrow(job)) return undefined;
    insertion.findOnRound(job, crew);
    if (insertion.behind < 0) return undefined;
    return { crew, cost: insertion.cost, behind: insertion.behind };
  }
  const [pickup, delivery] = state.model.isDelivery[job] === 1 ? [partner, job] : [job, partner];
  if (!linked.narrow(pickup) || !linked.narrow(delivery)) return undefined;
  const pairs = new PairInsertion(state);
  pairs.findOnRound(pickup, delivery, crew);
  if (pairs.behindPickup < 0) return undefined;
  return pickup === job
    ? {
        crew,
        cost: pairs.cost,
        behind: pairs.behindPickup,
        other: { job: delivery, behind: pairs.behindDelivery },
      }
    : {
        crew,
        cost: pairs.cost,
        behind: pairs.behindDelivery,
        other: { job: pickup, behind: pairs.behindPickup },
      };
}

/** Puts in what {@link placeOnRound} found; the shipment's pickup first. */
export function putIn(desk: Desk, job: number, { behind, other }: Found): void {
  const { state } = desk;
  const ends = [{ job, behind }, ...(other ? [other] : [])];
  ends.sort((a, b) => state.model.isDelivery[a.job]! - state.model.isDelivery[b.job]!);
  for (const end of ends) state.insert(end.job, end.behind);
  for (const end of ends) desk.linked.handOver(end.job);
}
