import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Runner, type RunnerOptions, run } from 'graphile-worker';
import type { Platform } from '../platform.ts';
import { freeOrphanedJobs, showPresence } from './presence.ts';

export interface Worker {
  stop(): Promise<void>;
}

const RETRY_MS = 1_000;
const SWEEP_MS = 30_000;

/** One life of the runner: it ends with the database that it works on. */
interface Life {
  end(): Promise<void>;
}

/**
 * Keeps a runner of jobs alive across restarts of the database.
 *
 * graphile-worker does not outlive its database: what it had taken stays locked for hours. So we
 * begin a new life whenever its listening connection breaks, and free what the dead had taken.
 */
export async function keepRunning(platform: Platform, options: RunnerOptions): Promise<Worker> {
  let stopped = false;
  let life: Life | undefined;
  let renewing: Promise<void> | undefined;

  const renew = () => {
    if (stopped) return;
    renewing ??= (async () => {
      await life?.end();
      life = undefined;
      while (!stopped && !life) {
        life = await begin().catch(() => sleep(RETRY_MS, undefined, { ref: false }));
      }
      renewing = undefined;
    })();
  };
  const begin = () => beginLife(platform, options, renew);
  life = await begin();

  const sweep = setInterval(() => {
    freeOrphanedJobs(platform.db.pool).catch(() => {});
  }, SWEEP_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(sweep);
      await renewing;
      await life?.end();
    },
  };
}

async function beginLife(
  platform: Platform,
  options: RunnerOptions,
  onDatabaseLost: () => void,
): Promise<Life> {
  const events = new EventEmitter();
  let poolId = '';
  events.once('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
  });
  const runner = await run({ ...options, events });
  const presence = await showPresence(platform.db.url, poolId);
  await freeOrphanedJobs(platform.db.pool);
  events.once('pool:listen:error', onDatabaseLost);
  runner.promise.catch(onDatabaseLost);
  return {
    async end() {
      await stopGently(runner);
      await presence.end();
    },
  };
}

/** A runner whose database is gone may never finish stopping. */
async function stopGently(runner: Runner): Promise<void> {
  const patience = sleep(10_000, undefined, { ref: false });
  await Promise.race([runner.stop().catch(() => {}), patience]);
}
