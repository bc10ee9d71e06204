import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const keyed = (key: string, fingerprint = 'words') =>
  test.act(undefined, { idempotency: { key, fingerprint } });

it('answers a repeated command from memory, and does it once', async () => {
  let done = 0;
  const work = async () => ({ done: ++done });
  const first = await test.platform.perform(keyed('key-1'), work);
  const second = await test.platform.perform(keyed('key-1'), work);
  expect([first, second, done]).toEqual([{ done: 1 }, { done: 1 }, 1]);
});

it('does a double click once, though both clicks arrive together', async () => {
  let done = 0;
  const work = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { done: ++done };
  };
  const clicks = Array.from({ length: 5 }, () => test.platform.perform(keyed('key-2'), work));
  expect(await Promise.all(clicks)).toEqual(Array(5).fill({ done: 1 }));
});

it('refuses a key that comes back with other words', async () => {
  await test.platform.perform(keyed('key-3'), async () => 'ok');
  await expect(
    test.platform.perform(keyed('key-3', 'other'), async () => 'no'),
  ).rejects.toMatchObject({ type: '/problems/common/idempotency-key-reused', status: 422 });
});

it('forgets a key whose act failed: the next try is a first try', async () => {
  const failing = test.platform.perform(keyed('key-4'), async () => {
    throw new Error('power cut');
  });
  await expect(failing).rejects.toThrow('power cut');
  expect(await test.platform.perform(keyed('key-4'), async () => 'done')).toBe('done');
});
