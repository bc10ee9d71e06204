import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterNameOf } from './process-table.ts';
import { type Account, spawnOptions } from './run-as.ts';

/** How a postmaster ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running PostgreSQL server. */
export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Ends it (fast shutdown, harder if it hangs) and waits until it is gone. */
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  readonly postgres: string;
  readonly account: Account;
  readonly cluster: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/** How long a fast shutdown may take (it writes everything to disk) before a harder one, in ms. */
const FAST_GRACE = 60_000;
const IMMEDIATE_GRACE = 10_000;

/** The server ended before it was ready; the message is what it said. */
export class PostmasterFailure extends Error {
  override readonly name = 'PostmasterFailure';
}

/**
 * Starts the server on 127.0.0.1 alone and waits until it accepts connections, as long as the
 * recovery of a crashed cluster takes.
 *
 * @throws PostmasterFailure when it ends before, or `signal` aborts.
 */
export async function startPostmaster(
  options: PostmasterOptions,
  signal?: AbortSignal,
): Promise<Postmaster> {
  const { postgres, account, cluster, port, log } = options;
  const settings = {
    ...options.settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    cluster_name: clusterNameOf(cluster),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', cluster, ...flags], {
    ...spawnOptions(account),
    // Its own session: Ctrl-C in a terminal must reach us alone, we then stop it in good order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lastLines: string[] = [];
  if (child.stderr) {
    createInterface(child.stderr).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > 20) lastLines.shift();
      log(`postgres : ${line}`);
    });
  }
  // Not 'close': children that outlive a killed postmaster keep its pipe open.
  const exited = new Promise<Exit>((resolve) => {
    child.on('exit', (code, killedBy) => resolve({ code, signal: killedBy }));
    child.on('error', (error) => {
      lastLines.push(error.message);
      resolve({ code: null, signal: null });
    });
  });
  const running: Postmaster = {
    pid: child.pid ?? -1,
    exited,
    stop: () => stopChild(child, exited, log),
  };

  while (!isReady(cluster, running.pid)) {
    if (signal?.aborted) await running.stop();
    if (await endsWithin(exited, 20)) {
      await sleep(100); // its last words may still be in the pipe
      throw new PostmasterFailure(lastLines.join('\n'));
    }
  }
  return running;
}

/** The server says it itself in `postmaster.pid`: its pid on line 1, its status on line 8. */
function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stopChild(
  child: ChildProcess,
  exited: Promise<Exit>,
  log: (line: string) => void,
): Promise<void> {
  for (const [signal, grace] of [
    ['SIGINT', FAST_GRACE],
    ['SIGQUIT', IMMEDIATE_GRACE],
  ] as const) {
    child.kill(signal);
    if (await endsWithin(exited, grace)) return;
    log(`Base intégrée : PostgreSQL ne s’arrête pas (${signal}), arrêt plus ferme.`);
  }
  child.kill('SIGKILL');
  await exited;
}

const endsWithin = (exited: Promise<Exit>, milliseconds: number): Promise<boolean> =>
  Promise.race([exited.then(() => true), sleep(milliseconds, false, { ref: false })]);
