import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = path.join(import.meta.dirname, '../src/main.ts');
/** The demonstration is loaded within half a minute; three on a machine that works for others. */
const READY_WITHIN_MS = 180_000;

/** The product as an administrator starts it: a process of its own, with its own database. */
export interface ProductProcess {
  readonly url: string;
  readonly pid: number;
  /** What it wrote, for the report of a failed test. */
  output(): string;
  /** Ends it in good order, or not: `SIGKILL` leaves everything as a power cut would. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface ProductOptions {
  varDir: string;
  port: number;
  env?: Record<string, string>;
  /** The command to run; everything in one process unless said. */
  command?: 'start' | 'serve';
}

/**
 * Starts the product and waits until it is ready.
 *
 * @throws Error with its output when it is not ready in time, or ends before
 */
export async function startProduct({
  varDir,
  port,
  env,
  command = 'start',
}: ProductOptions): Promise<ProductProcess> {
  const child = spawn(process.execPath, [MAIN, command], {
    env: {
      PATH: process.env.PATH,
      CANTONNIER_VAR: varDir,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await becomesReady(url, child, () => output);
  return {
    url,
    pid: child.pid as number,
    output: () => output,
    async end(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function becomesReady(url: string, child: ChildProcess, output: () => string) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The product ended at once:\n${output()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The product is not ready after ${READY_WITHIN_MS} ms:\n${output()}`);
}
