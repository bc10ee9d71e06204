import type { Db } from './database.ts';

/** Something that one process of all does at a time. */
export interface HeldLock {
  /** Aborted when the database took it back: another process may have it by now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * Takes a lock by its name, across every process of this database, without waiting. It ends with the
 * connection that holds it: a process that dies leaves it to another.
 *
 * @returns `undefined` when another process has it
 */
export async function holdLock({ pool }: Db, name: string): Promise<HeldLock | undefined> {
  const connection = await pool.connect();
  const lost = new AbortController();
  const onLost = () => lost.abort();
  try {
    const { rows } = await connection.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [name],
    );
    if (!rows[0]?.taken) {
      connection.release();
      return undefined;
    }
  } catch (error) {
    connection.release(true);
    throw error;
  }
  connection.on('error', onLost);
  connection.on('end', onLost);
  return {
    lost: lost.signal,
    async release() {
      connection.off('end', onLost);
      // The lock dies with its connection: nothing to ask of a database that may be gone.
      connection.release(true);
    },
  };
}
