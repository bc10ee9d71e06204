import { realpath, rm } from 'node:fs/promises';
import { clusterIn } from './home.ts';
import { ownerOf } from './owner-lock.ts';
import { stopRemains } from './stop-remains.ts';

/**
 * Removes a database that no living program holds, with what still runs on it; for tests that were
 * killed. Answers false, and touches nothing, when a program holds it.
 */
export async function removeAbandonedData(dataDir: string): Promise<boolean> {
  if ((await ownerOf(dataDir)) !== undefined) return false;
  const folder = await realpath(dataDir).catch(() => undefined);
  if (folder) await stopRemains(clusterIn(folder), () => undefined);
  await rm(dataDir, { recursive: true, force: true });
  return true;
}
