import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chooseAccount } from './account.ts';
import { locatePackage, prepareBinaries } from './binaries.ts';
import { isRoot, temporaryFolder } from './fixtures/programs.ts';

const account = isRoot ? chooseAccount(readFileSync('/etc/passwd', 'utf8')) : {};

/** The package as `npm install --ignore-scripts` leaves it, in `folder`. */
function installWithoutScripts(folder: string): string {
  const copy = join(folder, 'package');
  cpSync(locatePackage(), copy, { recursive: true, verbatimSymlinks: true });
  const symlinks = JSON.parse(readFileSync(join(copy, 'native/pg-symlinks.json'), 'utf8'));
  for (const { target } of symlinks) rmSync(join(copy, target), { force: true });
  return copy;
}

it('says what to do on a machine without a package', () => {
  expect(() => locatePackage('sunos', 'sparc')).toThrow(/sunos-sparc.*DATABASE_URL/);
});

it('completes a package installed without its scripts', async () => {
  const folder = temporaryFolder();
  const home = join(folder, 'home');
  mkdirSync(home);
  const copy = installWithoutScripts(folder);
  const binaries = await prepareBinaries(copy, home, account);
  expect(binaries.postgres).toBe(join(copy, 'native/bin/postgres'));
  expect(readdirSync(home)).toEqual([]);
}, 60_000);

it.skipIf(!isRoot)(
  'copies, once, a package that the account cannot reach',
  async () => {
    const folder = temporaryFolder({ closed: true }); // 0700, of root
    const home = temporaryFolder();
    const copy = installWithoutScripts(folder);
    const binaries = await prepareBinaries(copy, home, account);
    expect(binaries.postgres.startsWith(`${home}/postgresql-`)).toBe(true);
    expect(await prepareBinaries(copy, home, account)).toEqual(binaries);
    expect(readdirSync(home)).toHaveLength(1);
  },
  60_000,
);

it('says so when the binaries do not run at all', async () => {
  const folder = temporaryFolder();
  const copy = installWithoutScripts(folder);
  rmSync(join(copy, 'native/lib/libicudata.so.60.2'), { force: true });
  rmSync(join(copy, 'native/bin/postgres'));
  cpSync(join(copy, 'package.json'), join(copy, 'native/bin/postgres'));
  await expect(prepareBinaries(copy, folder, account)).rejects.toThrow(/DATABASE_URL/);
}, 60_000);
