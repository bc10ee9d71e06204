import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';
import { waitAfter } from './throttle.ts';

it('recognises the password and nothing else, and never hashes it twice alike', async () => {
  const [one, other] = await Promise.all([
    hashPassword('Été à Sète 2026'),
    hashPassword('Été à Sète 2026'),
  ]);
  expect(one).not.toBe(other);
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(await verifyPassword('Été à Sète 2026', one)).toBe(true);
  // The same letters composed otherwise, as another keyboard sends them.
  expect(await verifyPassword('Été à Sète 2026'.normalize('NFD'), one)).toBe(true);
  expect(await verifyPassword('été à sète 2026', one)).toBe(false);
});

it('slows down guessing: five free failures, then doubling up to a quarter of an hour', () => {
  expect([1, 4, 5, 6, 7, 50].map((failures) => waitAfter(failures, 5))).toEqual([
    0, 0, 15_000, 30_000, 60_000, 900_000,
  ]);
});
