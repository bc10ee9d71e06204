import { type Lack, lacksOf } from './ability.ts';
import { compile, type Model } from './model.ts';
import { type Found, placeOnRound, putIn } from './place-job.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { type Desk, layOut } from './read-plan.ts';
import { readProblem } from './validate.ts';

/** A place for a job, and what it would change for others. */
export interface Suggestion {
  crew: string;
  /** The job after which it comes; none when it comes first. */
  after?: string;
  start: number;
  end: number;
  /** Added to the cost of the plan, without what leaving the job unserved costs. */
  cost: number;
  /** Seconds after the shift, added. */
  overtime: number;
  /** Jobs that begin later, by how much; and whether that makes them late. */
  delays: { job: string; by: number; late: boolean }[];
}

/** Why a crew is not proposed. `time`: it could, but its day has no room that keeps every promise. */
export interface Refusal {
  crew: string;
  because: Lack[] | 'time';
}

export interface Advice {
  /** The cheapest places, each on another round. */
  suggestions: Suggestion[];
  refusals: Refusal[];
}

const SUGGESTIONS = 3;

/**
 * Where an urgent job would go in a plan that otherwise stays as it is.
 *
 * @param job its id, in the problem; if the plan serves it already, it is moved
 * @throws ProblemError when the problem is not one, RangeError when no job has this id
 */
export function advise(
  problem: Problem,
  plan: Pick<Plan, 'routes'>,
  job: string,
  most = SUGGESTIONS,
): Advice {
  const model = compile(readProblem(problem));
  const index = model.jobIndex.get(job);
  if (index === undefined) throw new RangeError(`no job ${job}`);
  const desk = layOut(model, without(plan, [job, ...partnerOf(model, index)]));
  const found: Found[] = [];
  const refusals: Refusal[] = [];
  problem.crews.forEach((crew, at) => {
    const place = placeOnRound(desk, index, at);
    if (place) {
      found.push(place);
      return;
    }
    const lacks = lacksOf(crew, problem.jobs[index]!);
    refusals.push({ crew: crew.id, because: lacks.length > 0 ? lacks : 'time' });
  });
  found.sort((a, b) => a.cost - b.cost || a.crew - b.crew);
  return {
    suggestions: found.slice(0, most).map((place) => describe(desk, index, place)),
    refusals,
  };
}

function partnerOf(model: Model, job: number): string[] {
  const partner = model.partner[job]!;
  return partner < 0 ? [] : [model.problem.jobs[partner]!.id];
}

/** A plan without some jobs, except where they are locked (locked ones come from the problem). */
function without(plan: Pick<Plan, 'routes'>, jobs: readonly string[]): Pick<Plan, 'routes'> {
  return {
    routes: plan.routes.map((route) => ({
      ...route,
      stops: route.stops.filter((stop) => !jobs.includes(stop.job)),
    })),
  };
}

/** Puts the job in, looks at the round, and takes it out again. */
function describe(desk: Desk, job: number, found: Found): Suggestion {
  const { state } = desk;
  const { model } = state;
  const jobs = model.problem.jobs;
  state.undo.begin();
  const before = startsOf(desk, found.crew);
  putIn(desk, job, found);
  const after = startsOf(desk, found.crew);
  const end = state.dep[job]!;
  state.undo.restore();
  state.undo.stop();
  const delays = [...before]
    .filter(([node, start]) => node < model.jobs && after.get(node)! > start)
    .map(([node, start]) => ({
      job: jobs[node]!.id,
      by: after.get(node)! - start,
      late: after.get(node)! > model.due[node]!,
    }));
  const home = state.endOf(found.crew);
  const over = (time: number) => Math.max(0, time - model.shiftEnd[found.crew]!);
  return {
    crew: model.problem.crews[found.crew]!.id,
    ...(found.behind < model.jobs ? { after: jobs[found.behind]!.id } : {}),
    start: end - model.duration[job]!,
    end,
    cost: found.cost / model.scale,
    overtime: over(after.get(home)!) - over(before.get(home)!),
    delays,
  };
}

function startsOf({ state }: Desk, crew: number): Map<number, number> {
  const starts = new Map<number, number>();
  const end = state.endOf(crew);
  for (let node = state.startOf(crew); node !== end; ) {
    node = state.next[node]!;
    starts.set(node, state.dep[node]! - state.model.duration[node]!);
  }
  return starts;
}
