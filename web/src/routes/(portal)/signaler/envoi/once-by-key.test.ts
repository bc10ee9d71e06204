import { expect, test, vi } from 'vitest';
import { onceByKey } from './once-by-key.ts';

test('a double press sends once and both get the answer', async () => {
  const send = vi.fn(async () => ({ code: 'K7QM-2X9D' }));
  const answers = await Promise.all([onceByKey('a', send), onceByKey('a', send)]);
  expect(answers).toEqual([{ code: 'K7QM-2X9D' }, { code: 'K7QM-2X9D' }]);
  expect(await onceByKey('a', send)).toEqual({ code: 'K7QM-2X9D' });
  expect(send).toHaveBeenCalledTimes(1);
});

test('a refused or failed form may be sent again', async () => {
  await onceByKey('b', async () => ({ refused: [] }));
  await expect(onceByKey('b', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await onceByKey('b', async () => ({ code: 'X' }))).toEqual({ code: 'X' });
});

test('an old answer is forgotten', async () => {
  const send = vi.fn(async () => ({ code: 'X' }));
  await onceByKey('c', send);
  await onceByKey('c', send, Date.now() + 2 * 60 * 60_000);
  expect(send).toHaveBeenCalledTimes(2);
});
