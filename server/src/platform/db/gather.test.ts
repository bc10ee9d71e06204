import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gather } from './gather.ts';

it('starts at once alone, then does together what waited', async () => {
  const groups: number[][] = [];
  const double = gather(async (items: readonly number[]) => {
    groups.push([...items]);
    await sleep(1);
    return items.map((item) => item * 2);
  });
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(groups).toEqual([[1], [2, 3, 4]]);
  expect(await double(5)).toBe(10);
});

it('begins what an item asks for after it asked, never before', async () => {
  let value = 0;
  const read = gather(async (items: readonly null[]) => {
    const seen = value;
    await sleep(1);
    return items.map(() => seen);
  });
  const before = read(null);
  value = 1;
  expect([await before, await read(null)]).toEqual([0, 1]);
});

it('fails one item by its outcome, and a whole group by a throw, then goes on', async () => {
  const half = gather(async (items: readonly number[]) => {
    if (items.includes(0)) throw new Error('zero');
    return items.map((item) => (item % 2 === 0 ? item / 2 : new Error('odd')));
  });
  const outcomes = await Promise.allSettled([2, 3, 4].map(half));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const failed = await Promise.allSettled([2, 0, 4].map(half));
  expect(failed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await half(8)).toBe(4);
});
