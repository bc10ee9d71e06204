import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareTemplate } from './prepare-template.ts';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's `postgres` database, as a role that may make databases. */
    postgresUrl: string;
    /** Name of the database that carries the whole schema; also the prefix of the tests' own. */
    templateDatabase: string;
    /** Why the schema could not be made, for the tests that need it; empty when it could. */
    templateProblem: string;
  }
}

/**
 * Gives one run of the tests one real PostgreSQL: the embedded one, or the server (≥ 16) at
 * `TEST_DATABASE_URL`. Each test then makes databases of its own, see `database.ts`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const server = external ? undefined : await startTestServer();
  const postgresUrl = external ?? server?.url ?? '';
  const templateDatabase = `cantonnier_test_${randomBytes(4).toString('hex')}`;
  await withClient(postgresUrl, async (client) => {
    const { rows } = await client.query("select current_setting('server_version_num')::int as n");
    if (rows[0].n < 160_000) throw new Error('TEST_DATABASE_URL must be a PostgreSQL 16 or later');
    await client.query(`create database ${templateDatabase}`);
  });

  const templateUrl = new URL(postgresUrl);
  templateUrl.pathname = templateDatabase;
  const problem = await prepareTemplate(templateUrl.href).then(
    () => '',
    (error: Error) => error.message,
  );
  project.provide('postgresUrl', postgresUrl);
  project.provide('templateDatabase', templateDatabase);
  project.provide('templateProblem', problem);

  return async () => {
    if (external) await withClient(external, (client) => dropAll(client, templateDatabase));
    await server?.stop();
  };
}

async function withClient(url: string, run: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await run(client).finally(() => client.end());
}

async function dropAll(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
}
