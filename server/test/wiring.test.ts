import { describe, expect, it } from 'vitest';
import type { Schedule } from '../src/platform/events/index.ts';
import { migrationFolders, reactions, schedules, tasks } from '../src/wiring.ts';

const repeated = (names: readonly string[]) =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** The job queue refuses to start otherwise, and only then. */
describe('the wiring', () => {
  it('schedules each task once, and only tasks that there are', () => {
    const scheduled = schedules.map(({ task }) => task);
    expect(repeated(scheduled)).toEqual([]);
    expect(scheduled.filter((task) => !Object.hasOwn(tasks, task))).toEqual([]);
  });

  it('leaves out no schedule of any module', async () => {
    const modules = await Promise.all(
      migrationFolders
        .map((folder) => new URL('../index.ts', folder).href)
        .filter((href) => href.includes('/modules/'))
        .map((href) => import(href) as Promise<{ schedules?: Schedule[] }>),
    );
    const declared = modules.flatMap((module) => module.schedules ?? []);
    expect(declared.length).toBeGreaterThan(3);
    expect(declared.filter((schedule) => !schedules.includes(schedule))).toEqual([]);
  });

  it('names each reaction once, and lists each folder of migrations once', () => {
    expect(repeated(reactions.map(({ name }) => name))).toEqual([]);
    expect(repeated(migrationFolders.map(String))).toEqual([]);
  });
});
