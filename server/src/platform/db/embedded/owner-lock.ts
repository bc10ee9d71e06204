import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { birthOf } from './process-table.ts';

interface Owner {
  readonly pid: number;
  readonly birth: string;
}

/**
 * Takes the folder `home` for this program alone and returns what releases it. The lock is a file
 * that names its owner by pid and birth: it dies with its owner, however that one died.
 *
 * @throws EmbeddedPostgresError when a living program holds it.
 */
export async function acquireOwnerLock(home: string): Promise<() => Promise<void>> {
  const path = join(home, 'owner.lock');
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) ?? '' });
  // Written aside then linked, so that nobody ever reads a half-written lock.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    while (!(await tryLink(draft, path))) await removeIfAbandoned(path, home);
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    if ((await readLock(path)) === mine) await rm(path, { force: true });
  };
}

/** The pid of the living program that holds the folder, if any. */
export async function ownerOf(home: string): Promise<number | undefined> {
  const owner = parse(await readLock(join(home, 'owner.lock')));
  return owner && birthOf(owner.pid) === owner.birth ? owner.pid : undefined;
}

async function removeIfAbandoned(path: string, home: string): Promise<void> {
  const seen = await readLock(path);
  const owner = await ownerOf(home);
  if (owner !== undefined) throw inUse(home, owner);
  // Moved away before it is judged again: another program may have replaced it in between.
  const aside = `${path}.${process.pid}.abandoned`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readLock(aside)) !== seen) await tryLink(aside, path);
  await rm(aside, { force: true });
}

const tryLink = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

const readLock = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

function parse(text: string): Owner | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const inUse = (home: string, pid: number) =>
  new EmbeddedPostgresError(
    `La base intégrée du dossier « ${home} » est déjà utilisée par un autre programme Cantonnier ` +
      `(processus ${pid}). Arrêtez-le d’abord, ou choisissez un autre dossier de données.`,
  );
