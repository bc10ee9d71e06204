import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { locatePackage, prepareBinaries } from './binaries.ts';
import { createClusterOnce, ROLE, readPassword } from './create-cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { clusterIn, settleHome } from './home.ts';
import { acquireOwnerLock } from './owner-lock.ts';
import { type Exit, type Postmaster, PostmasterFailure, startPostmaster } from './postmaster.ts';
import { stopRemains } from './stop-remains.ts';
import { supervise } from './supervise.ts';

export interface EmbeddedPostgresOptions {
  /** The folder given wholly to the database; made when absent. */
  readonly dataDir: string;
  /** Name of the database to make and connect to; `cantonnier` by default. */
  readonly database?: string;
  /** Receives what an administrator may want to read, line by line. */
  readonly log: (line: string) => void;
  /** Settings of PostgreSQL over ours, such as `{ fsync: 'off' }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** `postgres://user:password@127.0.0.1:port/database`, the same until it is stopped. */
  readonly url: string;
  /** Shuts the server down in good order and frees the folder; safe to call more than once. */
  stop(): Promise<void>;
  /** Assign it to be told when the server ended though nobody asked; it is being restarted. */
  onUnexpectedExit?: (exit: Exit) => void;
}

const SETTINGS = { fsync: 'on', timezone: 'UTC', log_timezone: 'UTC', log_checkpoints: 'off' };

/**
 * Starts the PostgreSQL that comes with Cantonnier on `dataDir`, made on first use, on a free port
 * of 127.0.0.1, and keeps it running until it is stopped. Works under an ordinary account and under
 * root; cleans up first after a program that was killed.
 *
 * @throws EmbeddedPostgresError, in French, when it cannot: folder already in use, machine without
 * binaries, unreadable data, refusal of PostgreSQL itself.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { database = 'cantonnier', log } = options;
  const settings = { ...SETTINGS, ...options.settings };
  const packageFolder = locatePackage();
  const home = await settleHome(options.dataDir, log);
  const releaseLock = await acquireOwnerLock(home.folder);
  let first: Postmaster | undefined;
  try {
    const binaries = await prepareBinaries(packageFolder, home.folder, home.account);
    const cluster = clusterIn(home.folder);
    await stopRemains(cluster, log);
    await createClusterOnce(home, binaries, { durable: settings.fsync !== 'off', log });

    const start = async (port: number, signal?: AbortSignal) => {
      const { postgres } = binaries;
      const { account } = home;
      const server = { postgres, account, cluster, port, settings, log };
      return { port, postmaster: await startPostmaster(server, signal) };
    };
    const { port, postmaster } = await startOnFreePort(start);
    first = postmaster;

    const address = `postgres://${ROLE}:${await readPassword(home.folder)}@127.0.0.1:${port}`;
    await createDatabaseOnce(`${address}/postgres`, database);

    const supervisor = supervise({
      first,
      restart: async (signal) => {
        await stopRemains(cluster, log);
        return (await start(port, signal)).postmaster;
      },
      onUnexpectedExit: (exit) => handle.onUnexpectedExit?.(exit),
      log,
    });
    let stopped: Promise<void> | undefined;
    const handle: EmbeddedPostgres = {
      url: `${address}/${encodeURIComponent(database)}`,
      stop() {
        stopped ??= supervisor.stop().then(releaseLock);
        return stopped;
      },
    };
    return handle;
  } catch (error) {
    await first?.stop();
    await releaseLock();
    throw error;
  }
}

/** Another program may take the port between its choice and its use: tries a few. */
async function startOnFreePort<T>(start: (port: number) => Promise<T>, attempts = 5): Promise<T> {
  try {
    return await start(await freePort());
  } catch (error) {
    if (!(error instanceof PostmasterFailure)) throw error;
    if (attempts > 1 && /could not create any TCP\/IP sockets/.test(error.message)) {
      await sleep(100);
      return startOnFreePort(start, attempts - 1);
    }
    throw new EmbeddedPostgresError(`La base intégrée n’a pas pu démarrer :\n${error.message}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function createDatabaseOnce(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query under way tells it too
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount) return;
    await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
