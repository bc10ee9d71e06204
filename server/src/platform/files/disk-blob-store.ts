import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BlobStore, isSha256, type Sha256, sha256Of } from './blob-store.ts';

/**
 * Contents as files, `ab/cd/abcd…`, in one folder.
 *
 * @param verify - whether every reading checks that the disk still holds what was put
 */
export function diskBlobStore(folder: string, { verify = true } = {}): BlobStore {
  const pathOf = (sha256: Sha256) => {
    if (!isSha256(sha256)) throw new RangeError('Not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const path = pathOf(sha256);
      // A file of another size was damaged by something else than us: write it again.
      if ((await sizeOf(path)) !== bytes.length) await write(folder, path, bytes);
      return sha256;
    },
    async get(sha256) {
      const bytes = await orMissing(readFile(pathOf(sha256)));
      if (bytes && verify && sha256Of(bytes) !== sha256) throw new Error(`Damaged blob ${sha256}`);
      return bytes;
    },
    has: async (sha256) => (await sizeOf(pathOf(sha256))) !== undefined,
    delete: async (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** Appears whole or not at all: written aside, flushed, renamed, and the rename flushed. */
async function write(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  const created = await mkdir(dirname(path), { recursive: true });
  const draft = join(incoming, randomUUID());
  try {
    const file = await open(draft, 'wx', 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
  if (created) for (const parent of [dirname(dirname(path)), folder]) await flushFolder(parent);
}

async function flushFolder(folder: string): Promise<void> {
  // Windows neither can nor needs to.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await orMissing(stat(path)))?.size;
}

async function orMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
