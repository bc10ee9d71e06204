import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Statement } from './recorded-statements.ts';

/** What the bare server has to do for each path `/0`, `/1`, …: this SQL, then this many bytes. */
export interface BareWork {
  databaseUrl: string;
  answers: { statements: Statement[]; bytes: number }[];
}

/**
 * Starts the least that can answer a page: a bare `node:http` server, in a process of its own,
 * that sends the page's very statements by the same driver and then as many bytes.
 */
export async function startBareServer(work: BareWork): Promise<{ url: string; stop(): void }> {
  const child = fork(path.join(import.meta.dirname, 'bare-server-process.ts'));
  child.send(work);
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
