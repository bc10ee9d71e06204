import { scryptSync } from 'node:crypto';

/** What everyone in the tests types to sign in. */
export const PASSWORD = 'une phrase assez longue';

const COST = { N: 2 ** 10, r: 8, p: 1 };

/** Its hash at little cost: a real one takes a quarter of a second, and every test has accounts. */
export const PASSWORD_HASH = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  Buffer.from('salt').toString('base64url'),
  scryptSync(PASSWORD, 'salt', 32, COST).toString('base64url'),
].join('$');
