import { expect, test, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: 'fr' } });
const { Loaded } = await import('./loaded.svelte.ts');

test('whoever waits for a reading goes on with the last that was asked', async () => {
  const answers: ((value: string) => void)[] = [];
  const loaded = new Loaded(() => new Promise<string>((answer) => answers.push(answer)));
  let seen: string | undefined;
  const first = loaded.reload().then(() => {
    seen = loaded.data;
  });
  const second = loaded.reload();
  answers[0]?.('old');
  await Promise.resolve();
  expect(loaded.data).toBeUndefined();
  answers[1]?.('new');
  await Promise.all([first, second]);
  expect([seen, loaded.data, loaded.pending]).toEqual(['new', 'new', false]);
});
