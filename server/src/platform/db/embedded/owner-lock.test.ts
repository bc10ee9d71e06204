import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './fixtures/programs.ts';
import { acquireOwnerLock, ownerOf } from './owner-lock.ts';

it('is held once, and again after its release', async () => {
  const home = temporaryFolder();
  const release = await acquireOwnerLock(home);
  expect(await ownerOf(home)).toBe(process.pid);
  await expect(acquireOwnerLock(home)).rejects.toThrow('déjà utilisée');
  await release();
  expect(existsSync(join(home, 'owner.lock'))).toBe(false);
  await (await acquireOwnerLock(home))();
});

it.each([
  ['of a dead owner', JSON.stringify({ pid: 2 ** 22 + 1, birth: 'x/1' })],
  ['whose number a later process has taken', JSON.stringify({ pid: process.pid, birth: 'x/1' })],
  ['cut short by a crash of the machine', ''],
])('takes over a lock %s', async (_, content) => {
  const home = temporaryFolder();
  writeFileSync(join(home, 'owner.lock'), content);
  const release = await acquireOwnerLock(home);
  expect(await ownerOf(home)).toBe(process.pid);
  await release();
});
