import { Worker } from 'node:worker_threads';
import type { Learnt, Lesson } from './lesson.ts';

/** Learning takes seconds; what takes ten minutes is broken. */
const PATIENCE_MS = 10 * 60_000;
const MOST_MEMORY_MB = 768;

/**
 * Learns in a thread of its own, so that who is being served meanwhile notices nothing.
 *
 * @throws Error when it took too long or too much memory: what was learnt before stays in use
 */
export function learnApart(lesson: Lesson): Promise<Learnt | undefined> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./learning-thread.ts', import.meta.url), {
      workerData: lesson,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const end = setTimeout(() => {
      reject(new Error('Learning took too long'));
      void thread.terminate();
    }, PATIENCE_MS);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(end);
      reject(new Error('Learning ended without a result'));
    });
  });
}
