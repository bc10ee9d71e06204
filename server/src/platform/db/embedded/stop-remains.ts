import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPostgresOf, pidExists, postgresProcessesOf } from './process-table.ts';

/** Grace before each harder way, in milliseconds. */
const FAST_GRACE = 30_000;
const LINGER_GRACE = 3_000;
const IMMEDIATE_GRACE = 10_000;

/**
 * Clears what a killed program left in the folder `cluster`, which the caller owns by its lock:
 * an orphaned postmaster is shut down (fast, then immediate), children that outlived theirs are
 * waited for then ended, and a `postmaster.pid` whose number now belongs to a stranger is removed.
 * Only PostgreSQL processes that work in this very folder are ever signalled.
 */
export async function stopRemains(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const postmaster = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);

  if (postmaster > 0 && isPostgresOf(postmaster, cluster)) {
    log(`Base intégrée : arrêt du PostgreSQL laissé par un programme interrompu (${postmaster}).`);
    const alone = () => [postmaster].filter((pid) => isPostgresOf(pid, cluster));
    await end(alone, cluster, [
      ['SIGINT', FAST_GRACE],
      ['SIGQUIT', IMMEDIATE_GRACE],
      ['SIGKILL', IMMEDIATE_GRACE],
    ]);
  }
  // They hold the shared memory of the dead postmaster: a new one would refuse to start.
  await gone(() => postgresProcessesOf(cluster), LINGER_GRACE);
  await end(() => postgresProcessesOf(cluster), cluster, [
    ['SIGQUIT', LINGER_GRACE],
    ['SIGKILL', IMMEDIATE_GRACE],
  ]);
  // PostgreSQL judges a dead number itself, but takes any process of a living one for a postmaster.
  if (postmaster > 0 && pidExists(postmaster)) await rm(pidFile, { force: true });
}

async function end(
  remaining: () => number[],
  cluster: string,
  ways: [NodeJS.Signals, number][],
): Promise<void> {
  for (const [signal, grace] of ways) {
    for (const pid of remaining()) signalPostgres(pid, cluster, signal);
    if (await gone(remaining, grace)) return;
  }
}

function signalPostgres(pid: number, cluster: string, signal: NodeJS.Signals): void {
  if (!isPostgresOf(pid, cluster)) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

async function gone(remaining: () => number[], grace: number): Promise<boolean> {
  const deadline = Date.now() + grace;
  while (remaining().length > 0) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}
