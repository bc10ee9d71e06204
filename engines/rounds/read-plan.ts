import { ProblemError } from './errors.ts';
import { Insertion } from './insertion.ts';
import { LinkedJobs } from './linked-jobs.ts';
import type { Model } from './model.ts';
import type { Neighbours } from './neighbours.ts';
import type { Plan } from './plan.ts';
import { State } from './state.ts';

const NOBODY: Neighbours = (() => {
  const ways = { at: new Int32Array(0), ids: new Int32Array(0), ways: new Int32Array(0) };
  return { around: ways, before: ways, after: ways, detour: 0 };
})();

/** A state to ask questions of, with the means to try jobs in it; nothing is left to chance. */
export interface Desk {
  state: State;
  insertion: Insertion;
  linked: LinkedJobs;
}

/**
 * Lays out a plan on today's problem: what still stands is kept in its order; jobs and crews that are
 * gone, and what no longer fits, are left out.
 *
 * @throws ProblemError when what is locked cannot be done: the shift must be longer, or fewer jobs locked
 */
export function layOut(model: Model, plan?: Pick<Plan, 'routes'>): Desk {
  const state = new State(model);
  const insertion = new Insertion(state, NOBODY);
  const linked = new LinkedJobs(state, insertion);
  model.locked.forEach((jobs, crew) => {
    state.setRoute(crew, jobs, 0, jobs.length);
  });
  linked.settle();
  refuseLateLocked(state);
  for (const { job, crew } of byHour(model, plan)) {
    if (state.crew[job]! >= 0 || !linked.narrow(job)) continue;
    if (model.isDelivery[job] === 1 && state.crew[model.partner[job]!] !== crew) continue;
    insertion.findBehind(job, state.prev[state.endOf(crew)]!);
    if (insertion.behind >= 0) state.insert(job, insertion.behind);
    linked.handOver(job);
  }
  dropHalves(state, linked);
  return { state, insertion, linked };
}

/** Stops of a plan that name a job and a crew of the problem, in the order of their hours. */
function byHour(model: Model, plan: Pick<Plan, 'routes'> | undefined) {
  return (plan?.routes ?? [])
    .flatMap(({ crew, stops }) => stops.map(({ job, start }, at) => ({ job, crew, start, at })))
    .sort((a, b) => a.start - b.start || a.at - b.at)
    .map(({ job, crew }) => ({
      job: model.jobIndex.get(job) ?? -1,
      crew: model.crewIndex.get(crew) ?? -1,
    }))
    .filter(({ job, crew }) => job >= 0 && crew >= 0);
}

/** Shipments of which one end found no place come off again, and what waited for them. */
function dropHalves(state: State, linked: LinkedJobs): void {
  const { partner, isDelivery, crews, jobs, isLocked } = state.model;
  const halves: number[] = [];
  for (let job = 0; job < jobs; job++) {
    const other = partner[job]!;
    if (other < 0 || isDelivery[job] === 1 || isLocked[job] === 1) continue;
    if (state.crew[job]! >= 0 && state.crew[other]! < 0) halves.push(job);
  }
  takeOutWithGroups(state, linked, halves);
  // Where ways do not obey the triangle, a stop less may come too late: such a round begins anew.
  for (let crew = 0; crew < crews; crew++) {
    if (state.isInTime(crew)) continue;
    const end = state.endOf(crew);
    const round: number[] = [];
    for (let node = state.next[state.startOf(crew)]!; node !== end; node = state.next[node]!) {
      round.push(node);
    }
    const left = state.absentCount;
    takeOutWithGroups(state, linked, round);
    if (state.absentCount > left) crew = -1;
  }
}

function takeOutWithGroups(state: State, linked: LinkedJobs, jobs: readonly number[]): void {
  const { group, groups, isLocked } = state.model;
  const all = new Set(jobs.flatMap((job) => (group[job]! < 0 ? job : [...groups[group[job]!]!])));
  const touched = new Set<number>();
  for (const job of all) {
    if (state.crew[job]! < 0 || isLocked[job] === 1) continue;
    touched.add(state.crew[job]!);
    state.takeOut(job);
  }
  for (const crew of touched) state.refresh(crew);
  for (const job of all) if (group[job]! >= 0) linked.free(group[job]!);
}

function refuseLateLocked(state: State): void {
  const { model } = state;
  const faults = model.locked.flatMap((jobs, crew) => {
    if (jobs.length === 0) return [];
    const end = state.endOf(crew);
    if (
      state.dep[end]! <= model.close[end]! &&
      state.clock.costOf(crew) < Number.POSITIVE_INFINITY
    ) {
      return [];
    }
    const says = 'what is locked ends after the shift, or leaves no time for a break';
    return [{ at: `crews[${crew}].locked`, says }];
  });
  if (faults.length > 0) throw new ProblemError(faults);
}
