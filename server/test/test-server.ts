import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAbandonedData, startEmbeddedPostgres } from '../src/platform/db/embedded/index.ts';

const PREFIX = 'cantonnier-test-';

/** Fast and forgetful: a run of the tests that crashes has nothing to save. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

/** Starts a PostgreSQL for one run of the tests; it goes with the run, however the run ends. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await removeAbandonedServers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755); // as root, PostgreSQL runs under another account
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  process.on('exit', remove);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

  const log: string[] = [];
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    settings: SETTINGS,
    log: (line) => log.push(line),
  });
  postgres.onUnexpectedExit = () => console.error(log.slice(-30).join('\n'));
  return {
    url: postgres.url.replace(/[^/]+$/, 'postgres'),
    async stop() {
      await postgres.stop();
      remove();
      process.off('exit', remove);
    },
  };
}

/** Cleans up after runs that were killed (`kill -9`, power cut). */
async function removeAbandonedServers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    // A younger one may be a run that is only starting.
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age < 60_000) continue;
    try {
      if (!(await removeAbandonedData(join(folder, 'data')))) continue;
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's: theirs to clean.
    }
  }
}
