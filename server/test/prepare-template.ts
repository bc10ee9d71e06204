import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { migrate } from '../src/platform/db/index.ts';

const sources = path.join(import.meta.dirname, '../src');
const silent = new Logger(() => () => undefined);

/**
 * Makes the whole schema in the empty database at `url`, which tests then copy: the job queue's
 * and the migrations of every part and module, wired or still being written.
 */
export async function prepareTemplate(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent });
  const pool = new pg.Pool({ connectionString: url });
  try {
    const folders = globSync('{platform,modules}/*/migrations', { cwd: sources });
    await migrate(
      pool,
      folders.map((folder) => pathToFileURL(path.join(sources, folder))),
    );
  } finally {
    await pool.end(); // a database in use cannot be copied
  }
}
