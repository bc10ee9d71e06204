import { parentPort, workerData } from 'node:worker_threads';
import {
  type Fault,
  type Plan,
  type Problem,
  ProblemError,
  SharedBest,
  type SolveOptions,
  solve,
  type Told,
} from '../../../../engines/rounds/index.ts';

/** What a thread is given. */
export interface Task {
  problem: Problem;
  shared: SharedArrayBuffer;
  /** Not 0: cancelled. */
  stop: SharedArrayBuffer;
  options: Pick<SolveOptions, 'seconds' | 'seed' | 'target' | 'start'>;
}

/** What it says: how far it is, then its plan or why there is none. */
export type Answer = { told: Told } | { plan: Plan } | { faults: readonly Fault[] };

const { problem, shared, stop, options } = workerData as Task;
const stopped = new Int32Array(stop);
const say = (answer: Answer) => parentPort?.postMessage(answer);

try {
  const plan = solve(problem, {
    ...options,
    shared: new SharedBest(shared),
    isCancelled: () => Atomics.load(stopped, 0) !== 0,
    onProgress: (told) => say({ told }),
  });
  say({ plan });
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  say({ faults: error.faults });
}
