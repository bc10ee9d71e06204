import { describe, expect, it } from 'vitest';
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

  it('names each reaction once, and lists each folder of migrations once', () => {
    expect(repeated(reactions.map(({ name }) => name))).toEqual([]);
    expect(repeated(migrationFolders.map(String))).toEqual([]);
  });
});
