import { expect, it } from 'vitest';
import { backOff } from './back-off.ts';
import { judge } from './judge.ts';

it.each([
  [200, null, 'accepted'],
  [0, null, 'later'],
  [304, null, 'later'],
  [401, '/problems/common/unauthenticated', 'sign-in'],
  [408, null, 'later'],
  [429, '/problems/common/too-many-requests', 'later'],
  [500, null, 'later'],
  [503, '/problems/common/unavailable', 'later'],
  [403, '/problems/http/forged-request', 'renew-proof'],
  [403, '/problems/common/forbidden', 'refused'],
  [404, null, 'refused'],
  [409, '/problems/work-orders/already-ended', 'refused'],
  [412, '/problems/common/precondition-failed', 'refused'],
  [413, null, 'refused'],
  [422, '/problems/files/unknown-file', 'upload-again'],
  [422, null, 'refused'],
] as const)('%i %s → %s', (status, type, verdict) => {
  expect(judge(status, type)).toBe(verdict);
});

it('waits longer after each failure, up to a minute', () => {
  const waits = [1, 2, 3, 10].map((failures) => backOff(failures, 0.999999));
  expect(waits.map(Math.round)).toEqual([2000, 4000, 8000, 60_000]);
  expect(backOff(1, 0)).toBe(1500);
});
