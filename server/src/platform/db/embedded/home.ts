import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import {
  access,
  chmod,
  chown,
  constants,
  lstat,
  mkdir,
  readFile,
  realpath,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { accountFor } from './account.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { type Account, runAs } from './run-as.ts';

/** Where a database lives: its folder, and the account that owns it. */
export interface Home {
  readonly folder: string;
  readonly account: Account;
}

/** The folder of the cluster proper (PostgreSQL's `PGDATA`) in a home. */
export const clusterIn = (folder: string): string => join(folder, 'cluster');

/** In the wanted folder, names on its first line the one that really holds the data. */
export const POINTER = 'emplacement-de-la-base.txt';

const shelters = () => ['/var/lib/cantonnier', join(realpathSync(tmpdir()), 'cantonnier')];

/**
 * Finds or makes the folder that holds the database wanted in `wanted`. It is that folder, save
 * for root when the account that must run PostgreSQL cannot reach it (a clone under `/root`): the
 * data then live in a shelter, `wanted` keeps a pointer to it, and the next start follows it.
 *
 * @throws EmbeddedPostgresError when the data pointed to have gone, or no folder fits.
 */
export async function settleHome(wanted: string, log: (line: string) => void): Promise<Home> {
  await mkdir(wanted, { recursive: true, mode: 0o700 });
  const pointed = await followPointer(wanted);
  if (pointed) return pointed;
  const account = accountFor(clusterIn(wanted));
  if (account.uid === undefined) await refuseForeignFolder(wanted);
  const fits = account.uid === undefined || (await lend(wanted, account));
  // The real path is what the processes of PostgreSQL are recognised by.
  return fits ? { folder: await realpath(wanted), account } : settleElsewhere(wanted, log);
}

async function refuseForeignFolder(folder: string): Promise<void> {
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch((cause) => {
    throw new EmbeddedPostgresError(
      `Ce compte ne peut pas écrire dans « ${folder} », le dossier de la base intégrée. ` +
        'Relancez Cantonnier avec le compte qui l’a créé, ou choisissez un autre dossier.',
      { cause },
    );
  });
}

async function followPointer(wanted: string): Promise<Home | undefined> {
  const text = await readFile(join(wanted, POINTER), 'utf8').catch(() => undefined);
  const folder = text?.split('\n')[0]?.trim();
  if (!folder) return undefined;
  if (existsSync(folder)) return { folder, account: accountFor(clusterIn(folder)) };
  throw new EmbeddedPostgresError(
    `Les données de la base intégrée devraient être dans « ${folder} » (d’après ` +
      `« ${join(wanted, POINTER)} »), mais elles n’y sont pas ou ce compte ne peut pas les lire. ` +
      'Rétablissez ce dossier, ou supprimez ce fichier pour repartir d’une base vide.',
  );
}

async function settleElsewhere(wanted: string, log: (line: string) => void): Promise<Home> {
  const name = createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 16);
  for (const shelter of shelters()) {
    const folder = join(shelter, name);
    const account = accountFor(clusterIn(folder));
    if (!(await openShelter(shelter)) || !(await lend(folder, account))) continue;
    await writeFile(join(wanted, POINTER), `${folder}\n\n${explanation}\n`);
    log(
      `Base intégrée : le compte qui fait tourner PostgreSQL ne peut pas atteindre « ${wanted} ». ` +
        `Les données sont dans « ${folder} » (noté dans ${POINTER}).`,
    );
    return { folder, account };
  }
  throw new EmbeddedPostgresError(
    'Aucun dossier ne convient aux données de la base intégrée. Lancez Cantonnier avec un compte ' +
      'ordinaire, ou indiquez l’adresse d’un PostgreSQL dans DATABASE_URL.',
  );
}

const explanation =
  'La première ligne indique le dossier qui contient vraiment la base de données.\n' +
  'PostgreSQL refuse de fonctionner sous le compte root, et le compte qui le fait tourner\n' +
  'ne peut pas entrer ici. Sauvegardez ce dossier-là.';

/** A shelter may stand in a folder where everyone writes: only root may have made it. */
async function openShelter(shelter: string): Promise<boolean> {
  try {
    await mkdir(shelter).then(
      () => chmod(shelter, 0o755), // whatever the umask
      (error) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
    const entry = await lstat(shelter);
    return entry.isDirectory() && entry.uid === 0 && (entry.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Gives the folder to the account; answers whether the account can then truly work in it. */
async function lend(folder: string, { uid = 0, gid = 0 }: Account): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await chown(folder, uid, gid);
    await chmod(folder, 0o700);
    const script = 'test -O "$1" && cd "$1" && test -w .';
    const { code } = await runAs({ uid, gid }, '/bin/sh', ['-c', script, 'sh', folder]);
    if (code !== 0) await chown(folder, 0, 0);
    return code === 0;
  } catch {
    return false;
  }
}
