import { existsSync } from 'node:fs';
import { chmod, chown, cp, lchown, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { type Account, runAs } from './run-as.ts';

/** Absolute paths of the programs of PostgreSQL that we run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The folder of the npm package that holds PostgreSQL for this machine.
 *
 * @throws EmbeddedPostgresError where no such package exists or is installed.
 */
export function locatePackage(
  platform: string = process.platform,
  arch: string = process.arch,
): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    // From the parent package, so that package managers that do not hoist are served too.
    const parent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(parent.resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `La base PostgreSQL intégrée n’est pas disponible sur cette machine (${platform}-${arch}, ` +
        `paquet ${name} absent). Installez PostgreSQL 16 ou plus récent, puis indiquez son adresse ` +
        'dans DATABASE_URL, par exemple : ' +
        'DATABASE_URL=postgres://utilisateur:motdepasse@127.0.0.1:5432/cantonnier',
    );
  }
}

/**
 * Makes PostgreSQL runnable by `account`: from its package when possible, else from a copy kept in
 * `home`, one a version. A copy is needed when the package cannot be completed (read-only folder)
 * or reached (root's own clone, closed to the account that must run the database).
 *
 * @throws EmbeddedPostgresError when neither runs.
 */
export async function prepareBinaries(
  packageFolder: string,
  home: string,
  account: Account,
): Promise<Binaries> {
  await linkLibraries(packageFolder).catch(() => undefined);
  if ((await whyUnusable(packageFolder, account)) === undefined) return binariesOf(packageFolder);

  const copy = join(home, `postgresql-${await versionOf(packageFolder)}`);
  if (!existsSync(copy)) await copyPackage(packageFolder, copy, account);
  const failure = await whyUnusable(copy, account);
  if (failure === undefined) return binariesOf(copy);
  throw new EmbeddedPostgresError(
    `La base PostgreSQL intégrée ne peut pas s’exécuter sur cette machine (${failure}). ` +
      'Utilisez un PostgreSQL 16 ou plus récent en indiquant son adresse dans DATABASE_URL.',
  );
}

const binariesOf = (folder: string): Binaries => ({
  initdb: join(folder, 'native/bin/initdb'),
  postgres: join(folder, 'native/bin/postgres'),
});

async function versionOf(folder: string): Promise<string> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version;
}

async function librarySymlinks(folder: string): Promise<{ source: string; target: string }[]> {
  return JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8'));
}

/** Does the package's post-install step, which `npm install --ignore-scripts` leaves undone. */
async function linkLibraries(folder: string): Promise<void> {
  for (const { source, target } of await librarySymlinks(folder)) {
    if (existsSync(join(folder, target))) continue;
    await symlink(basename(source), join(folder, target)).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Tries the programs for true; answers what prevents `account` from running them, if anything. */
async function whyUnusable(folder: string, account: Account): Promise<string | undefined> {
  for (const { target } of await librarySymlinks(folder)) {
    // Without it the loader may silently take the machine's own library, of another version.
    if (!existsSync(join(folder, target))) return `${target} manque`;
  }
  for (const program of Object.values(binariesOf(folder))) {
    const { code, output } = await runAs(account, program, ['--version']);
    if (code !== 0) return output.trim() || `${program} s’est arrêté`;
  }
  return undefined;
}

async function copyPackage(from: string, to: string, account: Account): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  for (const program of Object.values(binariesOf(unfinished))) await chmod(program, 0o755);
  await giveTo(account, unfinished);
  await rename(unfinished, to);
}

async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), uid, gid);
  }
}
