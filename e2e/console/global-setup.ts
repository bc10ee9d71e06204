import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { foundTown } from './found-town.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Name of the database in which the town hall of the console's tests was founded. */
    officeDatabase: string;
  }
}

/** Founds the town hall of the console's tests once; each office is a copy of it. */
export default async function setup(project: TestProject): Promise<void> {
  const { postgresUrl, templateDatabase, templateProblem } = project.getProvidedContext();
  const name = `${templateDatabase}_office`;
  project.provide('officeDatabase', name);
  if (templateProblem) return;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client
    .query(`create database ${name} template ${templateDatabase}`)
    .finally(() => client.end());
  const url = new URL(postgresUrl);
  url.pathname = name;
  await foundTown(url.href);
}
