import { spawn } from 'node:child_process';
import { chownSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  isRoot,
  keepChildBusy,
  postmasterPid,
  query,
  startProgram,
  temporaryFolder,
} from './fixtures/programs.ts';
import { birthOf, postgresProcessesOf } from './process-table.ts';

describe('after a program that was killed', { timeout: 90_000 }, () => {
  it('alone: its orphaned server is shut down and its data are all there', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await startProgram(dataDir);
    await query(first.answer.url, 'create table kept as select 1 as answer');
    const orphan = postmasterPid(join(dataDir, 'cluster'));
    await first.kill();
    expect(birthOf(orphan)).toBeDefined();

    const second = await startProgram(dataDir);
    expect(birthOf(orphan)).toBeUndefined();
    expect(second.log.join('\n')).toContain(`programme interrompu (${orphan})`);
    expect(second.log.join('\n')).not.toContain('not properly shut down');
    expect(await query(second.answer.url, 'table kept')).toEqual([{ answer: 1 }]);
    await second.terminate();
    expect(postgresProcessesOf(join(dataDir, 'cluster'))).toEqual([]);
  });

  it('with its server: what was acknowledged is there', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await startProgram(dataDir);
    await query(first.answer.url, 'create table kept as select 1 as answer');
    const server = postmasterPid(join(dataDir, 'cluster'));
    first.child.kill('SIGKILL');
    process.kill(server, 'SIGKILL');

    const second = await startProgram(dataDir);
    expect(await query(second.answer.url, 'table kept')).toEqual([{ answer: 1 }]);
    await second.terminate();
  });

  it('with its server: a child that goes on computing is ended', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const cluster = join(dataDir, 'cluster');
    const first = await startProgram(dataDir);
    const child = await keepChildBusy(first.answer.url);
    const server = postmasterPid(cluster);
    first.child.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    await sleep(1_000);
    expect(postgresProcessesOf(cluster)).toContain(child);

    const second = await startProgram(dataDir);
    expect(await query(second.answer.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await second.terminate();
  });

  it('never ends a stranger that has taken the number of the dead server', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const cluster = join(dataDir, 'cluster');
    const first = await startProgram(dataDir);
    await first.terminate();
    const { uid, gid } = statSync(cluster);
    // Of the same account and in the same folder: only its not being PostgreSQL saves it.
    const options = { cwd: cluster, ...(isRoot ? { uid, gid } : {}) };
    const stranger = spawn('/bin/sleep', ['600'], options);
    onTestFinished(() => {
      stranger.kill();
    });
    const lines = [stranger.pid, cluster, 1, 5432, '', '127.0.0.1', '       1         1', 'ready'];
    writeFileSync(join(cluster, 'postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o600 });
    if (isRoot) chownSync(join(cluster, 'postmaster.pid'), uid, gid);

    const second = await startProgram(dataDir);
    expect(await query(second.answer.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(birthOf(stranger.pid ?? -1)).toBeDefined();
    await second.terminate();
  });
});

describe('when two programs want the same folder', { timeout: 90_000 }, () => {
  it('the second is refused in plain French and the first does not notice', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await startProgram(dataDir);
    const second = await startProgram(dataDir);
    expect(second.answer.error).toContain(`déjà utilisée par un autre programme Cantonnier`);
    expect(second.answer.error).toContain(`processus ${first.pid}`);
    expect(await query(first.answer.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await first.terminate();
  });

  it('started together, exactly one gets it', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const programs = await Promise.all([1, 2, 3].map(() => startProgram(dataDir)));
    const winners = programs.filter(({ answer }) => answer.url);
    expect(winners).toHaveLength(1);
    expect(await query(winners[0]?.answer.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await winners[0]?.terminate();
  });
});
