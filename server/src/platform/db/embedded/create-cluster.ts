import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { clusterIn, type Home } from './home.ts';
import { runAs } from './run-as.ts';

/** The one role of the embedded database. */
export const ROLE = 'cantonnier';

const passwordFile = (folder: string) => join(folder, 'password');

/**
 * Collation. Text compares by code point (`builtin C.UTF-8`): the same on every machine and in
 * every version, so that no index breaks when a system library is upgraded or the folder moves.
 * French order is asked for where people read, by `COLLATE "fr-x-icu"` in the query.
 *
 * `lc_ctype` must be of UTF-8 all the same: under `C`, pg_trgm takes an accented letter for
 * punctuation and drops it.
 */
const LOCALE = [
  '--encoding=UTF8',
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/**
 * Makes the cluster on first use, with a random password that only the account can read. It is
 * made aside then renamed: a start that is cut short leaves nothing half-made.
 *
 * @throws EmbeddedPostgresError when `initdb` fails.
 */
export async function createClusterOnce(
  { folder, account }: Home,
  binaries: Binaries,
  options: { durable: boolean; log: (line: string) => void },
): Promise<void> {
  if (existsSync(clusterIn(folder))) return;
  options.log(`Base intégrée : création dans « ${folder} ».`);
  const draft = join(folder, 'cluster.new');
  await rm(draft, { recursive: true, force: true });
  await writePassword({ folder, account });

  const { code, output } = await runAs(account, binaries.initdb, [
    `--pgdata=${draft}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile(folder)}`,
    '--auth=scram-sha-256',
    ...LOCALE,
    ...(options.durable ? [] : ['--no-sync']),
  ]);
  if (code !== 0) {
    throw new EmbeddedPostgresError(`La création de la base intégrée a échoué :\n${output}`);
  }
  await rename(draft, clusterIn(folder));
  if (options.durable) await syncFolder(folder);
}

/**
 * The password of {@link ROLE}.
 *
 * @throws EmbeddedPostgresError when its file is missing or closed to us.
 */
export async function readPassword(folder: string): Promise<string> {
  try {
    return (await readFile(passwordFile(folder), 'utf8')).trim();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `Le mot de passe de la base intégrée est illisible (« ${passwordFile(folder)} »). ` +
        'Relancez Cantonnier avec le compte qui a créé ce dossier, ou restaurez ce fichier.',
      { cause },
    );
  }
}

async function writePassword({ folder, account }: Home): Promise<void> {
  const path = passwordFile(folder);
  await rm(path, { force: true });
  await writeFile(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(path, account.uid, account.gid);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
