import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CommandError } from './command-error.ts';
import { rounds } from './rounds.ts';

const SOLOMON = `TINY

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0          0          0          0        100          0
    1      3          4          5          0         90          1
    2      6          8          5          0         90          1
`;

let folder: string;
const file = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rounds-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

test('rounds solve plans an instance in threads, and prints routes and cost', async () => {
  await writeFile(file('tiny.txt'), SOLOMON);
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await rounds(['solve', file('tiny.txt'), '--seconds', '0.3', '--threads', '2']);
  expect(write.mock.calls.join('')).toMatch(/^Route #1: (1 2|2 1)\nCost 20\n$/);
});

test('rounds solve says what a file lacks', async () => {
  await writeFile(file('bad.json'), '{"places": -1}');
  await writeFile(file('bad.txt'), 'bonjour');
  await expect(rounds(['solve', file('bad.json')])).rejects.toThrow(/places: is -1/);
  await expect(rounds(['solve', file('bad.txt')])).rejects.toThrow(CommandError);
  await expect(rounds(['solve', file('none.txt')])).rejects.toThrow('ne peut pas être lu');
  await expect(rounds(['solve', file('bad.txt'), '--seconds', '-1'])).rejects.toThrow('Usage');
});
