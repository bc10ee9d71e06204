import { importServiceRequests } from '../server/src/modules/service-requests/index.ts';
import { systemActor } from '../server/src/platform/acts/index.ts';
import { loadConfig } from '../server/src/platform/config/index.ts';
import { openPlatform } from '../server/src/program.ts';
import type { PreparedVar } from '../server/test/prepare-var.ts';
import { plausibleRequest } from './million.ts';

const BATCH = 20_000;

/** Fills a prepared territory through the bulk import that a real history takes. */
export async function fillInbox(
  varDir: string,
  env: Record<string, string>,
  { territoryId, organizations }: PreparedVar,
  count: number,
  progress: (line: string) => void,
) {
  const { platform, stop } = await openPlatform(
    loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', ...env }),
  );
  const now = new Date();
  const communes = [
    { id: organizations.west, name: 'Ouestville', west: 3.8 },
    { id: organizations.east, name: 'Estville', west: 3.9 },
  ];
  const act = {
    territoryId,
    actor: systemActor('bench'),
    at: now,
    requestId: 'bench',
    language: 'fr' as const,
  };
  const started = performance.now();
  for (let start = 0; start < count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) =>
      plausibleRequest(start + index, now, communes),
    );
    await importServiceRequests(platform, act, rows);
    if ((start / BATCH) % 5 === 4) {
      const seconds = (performance.now() - started) / 1_000;
      progress(`${start + BATCH} requests imported in ${seconds | 0} s`);
    }
  }
  // Counting a million for the indicators is another benchmark's matter.
  await platform.db.pool.query('DELETE FROM graphile_worker._private_jobs');
  await platform.db.pool.query('VACUUM (ANALYZE) service_request');
  await platform.db.pool.query('VACUUM (ANALYZE) event');
  await stop();
}
