import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for the product's data, gone with {@link TemporaryVar.remove}. */
export interface TemporaryVar {
  varDir: string;
  remove(): Promise<void>;
}

/**
 * Makes a var folder for a test or a benchmark.
 *
 * It is open to the account under which root runs PostgreSQL: in a closed one the data would be
 * sheltered elsewhere and outlive the folder.
 */
export async function makeVar(): Promise<TemporaryVar> {
  const varDir = await mkdtemp(path.join(tmpdir(), 'cantonnier-var-'));
  await chmod(varDir, 0o755);
  return { varDir, remove: () => rm(varDir, { recursive: true, force: true }) };
}
