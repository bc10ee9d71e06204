import { compile, type Model } from './model.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { layOut } from './read-plan.ts';
import { Search } from './search.ts';
import { writeSequences } from './sequences.ts';
import type { SharedBest } from './shared-best.ts';
import { type Limits, Progress } from './stop.ts';
import { readProblem } from './validate.ts';
import { writePlan } from './write-plan.ts';

export interface SolveOptions extends Limits {
  seed?: number;
  /** Yesterday's plan, or this morning's: the search starts from it and gives back none that is worse. */
  start?: Pick<Plan, 'routes'>;
  onProgress?: (progress: Told) => void;
  /** Where threads that plan the same problem with other seeds meet: each goes on from the best. */
  shared?: SharedBest;
}

/** What a search tells on its way, about ten times a second. */
export interface Told {
  seconds: number;
  iterations: number;
  cost: number;
}

/** Iterations between two looks at the clock. */
const STRIDE = 50;
const TELL_EVERY_SECONDS = 0.1;
/** Shares of the limits after which threads meet: seldom, for each to find its own way first. */
const MEETINGS = [0.6, 0.8, 0.9];

/**
 * Plans the rounds as well as it can until its limits.
 *
 * @throws ProblemError when the problem is not one, or what is locked cannot be done
 */
export function solve(problem: Problem, options: SolveOptions = {}): Plan {
  const model = compile(readProblem(problem));
  const desk = layOut(model, options.start);
  if (model.jobs === 0 || model.crews === 0) return writePlan(desk.state);
  const search = new Search(model, options.seed ?? 1);
  search.load(writeSequences(desk.state));
  anneal(search, new Progress(options), options);
  if (options.shared) meet(search, options.shared);
  search.load(search.best());
  return writePlan(search.state);
}

function meet(search: Search, shared: SharedBest): void {
  shared.offer(search.bestCost, search.best());
  const better = shared.below(search.bestCost);
  if (better) search.load(better);
}

function anneal(search: Search, progress: Progress, options: SolveOptions): void {
  const scale = search.model.scale;
  search.recreate.runAll();
  if (search.state.cost < search.bestCost) search.keepBest();
  const [hot, cold] = temperatures(search.model, search, options.start !== undefined);
  let told = 0;
  let met = 0;
  while (!progress.isOver(search.iterations, search.bestCost / scale)) {
    const share = progress.share(search.iterations);
    const temperature = hot * (cold / hot) ** share;
    for (let turn = 0; turn < STRIDE; turn++) search.iterate(temperature);
    if (options.shared && share >= (MEETINGS[met] ?? 2)) {
      met++;
      meet(search, options.shared);
    }
    if (options.onProgress && progress.seconds - told >= TELL_EVERY_SECONDS) {
      told = progress.seconds;
      options.onProgress({
        seconds: told,
        iterations: search.iterations,
        cost: search.bestCost / scale,
      });
    }
  }
}

/**
 * In parts of what a way costs on average in the plan first built. Measured on four instances, a few
 * processor seconds each: a large one has no time to cool from higher up. A plan that people know is
 * not shaken as much.
 */
const HOT = 1.5;
const HOT_WHEN_LARGE = 0.6;
const HOT_WHEN_STARTED = 0.2;
const LARGE = 500;
const COLD = 0.02;

function temperatures(model: Model, { state }: Search, isStarted: boolean): [number, number] {
  let travel = 0;
  for (let node = 0; node < model.nodes; node++)
    if (state.crew[node]! >= 0) travel += state.arc[node]!;
  const average = Math.max(1, travel / Math.max(1, model.jobs - state.absentCount));
  const fresh = model.jobs > LARGE ? HOT_WHEN_LARGE : HOT;
  return [(isStarted ? HOT_WHEN_STARTED : fresh) * average, COLD * average];
}
