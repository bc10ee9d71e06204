import { type Lack, lacksOf, lacksOfAll } from './ability.ts';
import { compile, type Model } from './model.ts';
import { placeOnRound, putIn } from './place-job.ts';
import type { Plan } from './plan.ts';
import type { Crew, Job, Problem } from './problem.ts';
import { layOut } from './read-plan.ts';
import { readProblem } from './validate.ts';

/** Why a job is left, and what would let it in. Codes and figures; words are the screen's. */
export interface Explanation {
  job: string;
  reasons: Reason[];
  /** Each lifts one thing only, cheapest first. */
  relaxations: Relaxation[];
}

export type Reason =
  /** No crew at all has this. */
  | { kind: 'nobody'; lacks: Lack[] }
  /** Each thing is somewhere, but no crew has all. */
  | { kind: 'not-together' }
  /** Crews that could are not at work within its windows. */
  | { kind: 'outside-shifts'; crews: string[] }
  /** It waits for a job that is itself unserved. */
  | { kind: 'waits-for'; job: string }
  /** Crews that could have no room; `from` is when the first could begin, were its windows lifted. */
  | { kind: 'no-room'; crews: string[]; from?: number }
  /** It fits, but costs more than leaving it. */
  | { kind: 'not-worth'; cost: number; prize: number };

export interface Relaxation {
  lift: 'windows' | 'skills' | 'equipment' | 'people' | 'crews' | 'load' | 'overtime';
  crew: string;
  start: number;
  /** Added to the plan's cost. */
  cost: number;
  /** Seconds after the shift (and its overtime) that it takes, when overtime is what is lifted. */
  seconds?: number;
}

/** Overtime that is tried, beside what the crew may do. */
const MORE_OVERTIME = 4 * 3_600;

/**
 * Why each unserved job of a plan is left.
 *
 * @throws ProblemError when the problem is not one
 */
export function explain(problem: Problem, plan: Plan): Explanation[] {
  const model = compile(readProblem(problem));
  return plan.unserved
    .filter((id) => model.jobIndex.has(id))
    .map((id) => explainOne(model, plan, model.jobIndex.get(id)!));
}

function explainOne(model: Model, plan: Plan, index: number): Explanation {
  const { problem } = model;
  const job = problem.jobs[index]!;
  const able = problem.crews.filter((crew) => lacksOf(crew, job).length === 0);
  const relaxations = relax(model, plan, index);
  return { job: job.id, reasons: reasonsFor(model, plan, index, able, relaxations), relaxations };
}

function reasonsFor(
  model: Model,
  plan: Plan,
  index: number,
  able: readonly Crew[],
  relaxations: readonly Relaxation[],
): Reason[] {
  const { problem } = model;
  const job = problem.jobs[index]!;
  if (able.length === 0) {
    const lacks = lacksOfAll(problem, job);
    return [lacks.length > 0 ? { kind: 'nobody', lacks } : { kind: 'not-together' }];
  }
  const served = new Set(plan.routes.flatMap(({ stops }) => stops.map((stop) => stop.job)));
  const waits = model.orders
    .filter(({ after }) => after === index)
    .map(({ before }) => problem.jobs[before]!.id)
    .filter((id) => !served.has(id));
  if (waits.length > 0) return waits.map((id) => ({ kind: 'waits-for', job: id }));

  const present = able.filter((crew) => isPresent(crew, job));
  const crews = able.map(({ id }) => id);
  if (present.length === 0) return [{ kind: 'outside-shifts', crews }];

  const fits = cheapest(model, plan, index);
  if (fits !== undefined) {
    return [{ kind: 'not-worth', cost: fits, prize: model.prize[index]! / model.scale }];
  }
  const starts = relaxations.filter(({ lift }) => lift === 'windows').map(({ start }) => start);
  return [
    {
      kind: 'no-room',
      crews: present.map(({ id }) => id),
      ...(starts.length > 0 ? { from: Math.min(...starts) } : {}),
    },
  ];
}

function isPresent({ shift, overtime = 0 }: Crew, { windows, release, duration }: Job): boolean {
  const spans = windows?.length ? windows : [{ from: -Infinity, to: Infinity }];
  return spans.some(({ from, to }) => {
    const begin = Math.max(from, shift.from, release ?? -Infinity);
    return begin <= to && begin + duration <= shift.to + overtime;
  });
}

function cheapest(model: Model, plan: Plan, index: number): number | undefined {
  const desk = layOut(model, plan);
  const costs = model.problem.crews
    .map((_, crew) => placeOnRound(desk, index, crew)?.cost)
    .filter((cost) => cost !== undefined);
  return costs.length > 0 ? Math.min(...costs) / model.scale : undefined;
}

/** One insertion scan for each constraint lifted; what is not set cannot be lifted. */
function relax(model: Model, plan: Plan, index: number): Relaxation[] {
  const { problem } = model;
  const job = problem.jobs[index]!;
  const lifted: [Relaxation['lift'], Problem][] = [];
  const withJob = (lift: Relaxation['lift'], ...keys: (keyof Job)[]) => {
    const jobs = problem.jobs.map((other, at) => (at === index ? omit(job, keys) : other));
    lifted.push([lift, { ...problem, jobs }]);
  };
  if (job.windows?.length || job.release !== undefined) withJob('windows', 'windows', 'release');
  if (job.skills?.length) withJob('skills', 'skills');
  if (job.equipment?.length) withJob('equipment', 'equipment');
  if ((job.crewSize ?? 1) > 1) withJob('people', 'crewSize');
  if (job.crews) withJob('crews', 'crews');
  if (job.load?.some((load) => load > 0)) withJob('load', 'load');
  const crews = problem.crews.map((crew) => ({
    ...crew,
    overtime: (crew.overtime ?? 0) + MORE_OVERTIME,
  }));
  lifted.push(['overtime', { ...problem, crews }]);
  return lifted
    .map(([lift, other]) => scan(compile(other, model), plan, index, lift))
    .filter((relaxation) => relaxation !== undefined)
    .sort((a, b) => a.cost - b.cost);
}

/** The cheapest place of a job once something is lifted. */
function scan(
  model: Model,
  plan: Plan,
  index: number,
  lift: Relaxation['lift'],
): Relaxation | undefined {
  const desk = layOut(model, plan);
  const { crews } = model.problem;
  const [best] = crews
    .map((_, crew) => placeOnRound(desk, index, crew))
    .filter((found) => found !== undefined)
    .sort((a, b) => a.cost - b.cost);
  if (!best) return undefined;
  putIn(desk, index, best);
  const { shift, overtime = 0, id } = crews[best.crew]!;
  const allowed = shift.to + overtime - (lift === 'overtime' ? MORE_OVERTIME : 0);
  const seconds = desk.state.dep[desk.state.endOf(best.crew)]! - allowed;
  return {
    lift,
    crew: id,
    start: desk.state.dep[index]! - model.duration[index]!,
    cost: best.cost / model.scale,
    ...(lift === 'overtime' ? { seconds: Math.max(0, seconds) } : {}),
  };
}

function omit(job: Job, keys: readonly (keyof Job)[]): Job {
  return Object.fromEntries(
    Object.entries(job).filter(([key]) => !keys.includes(key as keyof Job)),
  ) as unknown as Job;
}
