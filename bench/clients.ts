import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What one kind of request, repeated by many clients for a while, gave. */
export interface Load {
  perSecond: number;
  /** Milliseconds, one a request. */
  latencies: number[];
  /** Answers with an unexpected status, by status. */
  refused: Record<string, number>;
}

export interface Campaign {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** `{unique}` in it is replaced by something new each time. */
  body?: string;
  /** Paths to ask in turn; all of `url` when absent. */
  paths?: string[];
  clients: number;
  seconds: number;
  expectedStatus: number;
}

/**
 * Lets `clients` keep-alive connections repeat a request for some seconds, from a process of its
 * own so that measuring does not slow down what is measured more than another machine would.
 */
export async function runClients(campaign: Campaign): Promise<Load> {
  const child = fork(path.join(import.meta.dirname, 'client-process.ts'));
  child.send(campaign);
  const [load] = (await once(child, 'message')) as [Load];
  child.kill();
  return load;
}
