import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import { retryOnCollision } from './retry-on-collision.ts';
import { insertRequests } from './store.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

it('draws again a code that is another’s, and gives up on any other fault', async () => {
  const known = await town.request({ code: 'AAAA-0001' });
  const keep = (codes: string[], id = uuidv7()) =>
    retryOnCollision(async () => {
      const value = { ...known, id, code: codes.shift() as string };
      const placed = { territoryId: town.territoryId, value };
      await town.platform.db.transaction((tx) => insertRequests(tx, [placed]));
      return value.code;
    });
  expect(await keep(['AAAA-0001', 'AAAA-0001', 'AAAA-0002'])).toBe('AAAA-0002');
  await expect(keep(Array(9).fill('AAAA-0001'))).rejects.toMatchObject({ code: '23505' });
  await expect(keep(['AAAA-0003', 'AAAA-0004'], known.id)).rejects.toMatchObject({
    constraint: 'service_request_pkey',
  });
});
