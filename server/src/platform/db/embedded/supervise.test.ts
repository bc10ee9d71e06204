import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import {
  eventuallyQuery,
  keepChildBusy,
  postmasterPid,
  query,
  temporaryFolder,
} from './fixtures/programs.ts';
import { birthOf } from './process-table.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const start = (dataDir: string, log: (line: string) => void = () => undefined) =>
  startEmbeddedPostgres({ dataDir, log, settings: { fsync: 'off' } });

it('restarts a killed server at the same address, as often as needed', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const log: string[] = [];
  const postgres = await start(dataDir, (line) => log.push(line));
  const told = vi.fn();
  postgres.onUnexpectedExit = told;
  await query(postgres.url, 'create table kept as select 1 as answer');

  for (const times of [1, 2]) {
    process.kill(postmasterPid(join(dataDir, 'cluster')), 'SIGKILL');
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(times), 10_000);
    const restarts = () => log.filter((line) => line.includes('a redémarré')).length;
    await vi.waitFor(() => expect(restarts()).toBe(times), 30_000);
    expect(await query(postgres.url, 'table kept')).toEqual([{ answer: 1 }]);
  }
  expect(told).toHaveBeenCalledWith({ code: null, signal: 'SIGKILL' });
  await postgres.stop();
}, 90_000);

it('restarts although a busy child of the killed server still holds its memory', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const postgres = await start(dataDir);
  const told = vi.fn();
  postgres.onUnexpectedExit = told;
  const child = await keepChildBusy(postgres.url);
  process.kill(postmasterPid(join(dataDir, 'cluster')), 'SIGKILL');
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000);
  expect(await eventuallyQuery(postgres.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  expect(birthOf(child)).toBeUndefined();
  await postgres.stop();
}, 90_000);

it('stops for good even in the middle of a restart', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const postgres = await start(dataDir);
  const killed = new Promise((resolve) => {
    postgres.onUnexpectedExit = resolve;
  });
  process.kill(postmasterPid(join(dataDir, 'cluster')), 'SIGKILL');
  await killed;
  await postgres.stop();
  await sleep(500);
  await expect(query(postgres.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await (await start(dataDir)).stop();
}, 90_000);
