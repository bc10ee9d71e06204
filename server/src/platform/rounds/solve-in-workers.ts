import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  type Plan,
  type Problem,
  ProblemError,
  readProblem,
  SharedBest,
  type Told,
} from '../../../../engines/rounds/index.ts';
import type { Answer, Task } from './worker.ts';

export interface WorkersOptions {
  seconds: number;
  seed?: number;
  /** As many as there are cores by default. */
  threads?: number;
  target?: number;
  start?: Pick<Plan, 'routes'>;
  /** The best so far is given back. */
  signal?: AbortSignal;
  onProgress?: (told: Told) => void;
}

/**
 * Plans one problem in several threads, each with a seed of its own; they meet on the way.
 *
 * @throws ProblemError as the engine does, before a thread starts where it can
 */
export async function solveInWorkers(problem: Problem, options: WorkersOptions): Promise<Plan> {
  readProblem(problem);
  const { signal, onProgress, threads = availableParallelism(), seed = 1, ...limits } = options;
  const shared = new SharedBest({ jobs: problem.jobs.length, crews: problem.crews.length });
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const cancel = () => Atomics.store(stop, 0, 1);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);
  try {
    const plans = await Promise.all(
      Array.from({ length: Math.max(1, threads) }, (_, at) => {
        const task: Task = {
          problem,
          shared: shared.memory,
          stop: stop.buffer as SharedArrayBuffer,
          options: { ...limits, seed: seed * 1_000 + at },
        };
        return runOne(task, onProgress);
      }),
    );
    return plans.reduce((best, plan) => (plan.cost.total < best.cost.total ? plan : best));
  } finally {
    cancel();
    signal?.removeEventListener('abort', cancel);
  }
}

function runOne(task: Task, onProgress?: (told: Told) => void): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
    worker.on('message', (answer: Answer) => {
      if ('told' in answer) onProgress?.(answer.told);
      else if ('plan' in answer) resolve(answer.plan);
      else reject(new ProblemError(answer.faults));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a planning thread ended with ${code}`)));
  });
}
