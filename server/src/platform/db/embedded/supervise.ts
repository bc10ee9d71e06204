import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit, Postmaster } from './postmaster.ts';

/** Waits between two attempts, in milliseconds: doubled from the first to the last. */
const FIRST_WAIT = 100;
const LAST_WAIT = 10_000;
/** A server that held this long is healthy again: the next wait is short anew. */
const STEADY = 60_000;

export interface SuperviseOptions {
  readonly first: Postmaster;
  /** Starts the server again, as the first was; gives up when the signal aborts. */
  readonly restart: (signal: AbortSignal) => Promise<Postmaster>;
  readonly onUnexpectedExit: (exit: Exit) => void;
  readonly log: (line: string) => void;
}

/**
 * Keeps a server running: when it ends though nobody asked, starts it again, less and less often,
 * until `stop` is called. `stop` may be called at any moment and any number of times.
 */
export function supervise({ first, restart, onUnexpectedExit, log }: SuperviseOptions): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  let current: Postmaster | undefined = first;
  // When the program leaves without stopping us, the server is at least asked to follow.
  const followProgram = () => {
    if (current) process.kill(current.pid, 'SIGINT');
  };
  process.on('exit', followProgram);

  const over = (async () => {
    let wait = FIRST_WAIT;
    while (current) {
      const startedAt = Date.now();
      const exit = await current.exited;
      current = undefined;
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > STEADY) wait = FIRST_WAIT;
      log(`Base intégrée : PostgreSQL s’est arrêté (${exit.signal ?? exit.code}), redémarrage.`);
      onUnexpectedExit(exit);
      while (!current && !stopping.signal.aborted) {
        await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
        wait = Math.min(wait * 2, LAST_WAIT);
        current = await attempt();
      }
      if (current) log('Base intégrée : PostgreSQL a redémarré.');
    }
  })();

  async function attempt(): Promise<Postmaster | undefined> {
    if (stopping.signal.aborted) return undefined;
    try {
      const server = await restart(stopping.signal);
      if (!stopping.signal.aborted) return server;
      await server.stop(); // ready at the very moment it was no longer wanted
      return undefined;
    } catch (error) {
      if (!stopping.signal.aborted) log(`Base intégrée : redémarrage impossible. ${error}`);
      return undefined;
    }
  }

  return {
    async stop() {
      stopping.abort();
      await current?.stop();
      await over;
      process.off('exit', followProgram);
    },
  };
}
