import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from './blob-store.ts';
import { diskBlobStore } from './disk-blob-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
});
afterEach(() => rm(folder, { recursive: true }));

// FIPS 180-4: the digest of « abc ».
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

describe('diskBlobStore', () => {
  it('keeps any content under its digest', async () => {
    const store = diskBlobStore(folder);
    expect(await store.put(Buffer.from('abc'))).toBe(ABC);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const sha256 = await store.put(bytes);
        expect(sha256).toBe(sha256Of(bytes));
        expect(await store.has(sha256)).toBe(true);
        expect(await store.get(sha256)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps one file for one content, put many times at once, and no draft', async () => {
    const store = diskBlobStore(join(folder, 'new', 'folder'));
    await Promise.all(Array.from({ length: 20 }, () => store.put(Buffer.from('abc'))));
    const files = await readdir(join(folder, 'new', 'folder'), {
      recursive: true,
      withFileTypes: true,
    });
    expect(files.filter((file) => file.isFile()).map(({ name }) => name)).toEqual([ABC]);
  });

  it('forgets', async () => {
    const store = diskBlobStore(folder);
    await store.put(Buffer.from('abc'));
    await store.delete(ABC);
    expect(await store.has(ABC)).toBe(false);
    expect(await store.get(ABC)).toBeUndefined();
    await expect(store.delete(ABC)).resolves.toBeUndefined();
  });

  it('tells a damaged content, unless asked not to look', async () => {
    const store = diskBlobStore(folder);
    await store.put(Buffer.from('abc'));
    await writeFile(pathOf(ABC), 'abd');
    await expect(store.get(ABC)).rejects.toThrow('Damaged blob');
    expect(await diskBlobStore(folder, { verify: false }).get(ABC)).toEqual(Buffer.from('abd'));
  });

  it('mends a truncated content when it is put again', async () => {
    const store = diskBlobStore(folder);
    await store.put(Buffer.from('abc'));
    await truncate(pathOf(ABC), 1);
    await store.put(Buffer.from('abc'));
    expect(await store.get(ABC)).toEqual(Buffer.from('abc'));
  });

  it.each([
    '../../etc/passwd',
    '',
    'a'.repeat(63),
    'A'.repeat(64),
    `${'a'.repeat(64)}/..`,
    `${'a'.repeat(64)}\n`,
  ])('never makes a path of %j', async (name) => {
    const store = diskBlobStore(folder);
    await expect(store.get(name)).rejects.toThrow(RangeError);
    await expect(store.has(name)).rejects.toThrow(RangeError);
    await expect(store.delete(name)).rejects.toThrow(RangeError);
  });
});
