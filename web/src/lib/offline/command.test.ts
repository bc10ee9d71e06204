import { expect, it } from 'vitest';
import { readCommand } from './command.ts';
import { START, testCommand } from './test-orders.ts';

it('reads back what it wrote, and leaves alone what a newer program wrote', () => {
  const stored = JSON.parse(JSON.stringify({ ...testCommand('a', START), rank: 1 }));
  expect(readCommand(stored)).toEqual(stored);
  expect(readCommand({ ...stored, format: 2 })).toBeUndefined();
});
