import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PlanKeepingClient } from './keep-query.ts';
import { Connection, type Tx } from './transaction.ts';

/** The program's door to PostgreSQL. */
export interface Db {
  /** For reads that need no transaction: each statement takes a connection of the pool. */
  readonly read: Tx;
  /** One transaction: commits when `act` resolves, rolls back when it throws. */
  transaction<T>(act: (tx: Tx) => Promise<T>): Promise<T>;
  /** The pool beneath, for the job queue and the listener of the platform. */
  readonly pool: pg.Pool;
  /** Where it is, for the connections that stand apart from the pool. */
  readonly url: string;
  close(): Promise<void>;
}

const BIGINT = 20;
const NUMERIC = 1700;

/**
 * Opens a pool on a PostgreSQL ≥ 16.
 *
 * Counts (`bigint`, `numeric`) come back as numbers: none of ours leaves the safe range.
 *
 * @param url - `postgres://user:password@host:port/database`
 * @param maxConnections - upper bound of the pool
 */
export function openDatabase(url: string, maxConnections = 20): Db {
  const pool = new pg.Pool({
    Client: PlanKeepingClient,
    connectionString: url,
    max: maxConnections,
    application_name: 'cantonnier',
    connectionTimeoutMillis: 10_000,
    // A stuck statement must not hold a connection for ever; the longest real one is an import.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser: typeParser },
  });
  // An idle connection cut by a database restart is replaced by the pool; without a listener
  // Node would end the program.
  pool.on('error', () => {});
  // The same for a connection that is cut while it is lent out; its statement rejects anyway.
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return {
    read: new Connection(kysely, true),
    pool,
    url,
    async transaction(act) {
      let connection: Connection | undefined;
      const result = await kysely.transaction().execute((transaction) => {
        connection = new Connection(transaction, false);
        return act(connection);
      });
      connection?.committed();
      return result;
    },
    close: () => kysely.destroy(),
  };
}

function typeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === BIGINT || oid === NUMERIC) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}
