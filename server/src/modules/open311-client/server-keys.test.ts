import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { callable, sealKey, sealServerKeys } from './server-keys.ts';
import { findServer, type Server, saveServer } from './store.ts';

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const [key, former] = [randomBytes(32), randomBytes(32)];
const CLEAR = 'clé-que-le-voisin-a-donnée';

/** The program as it runs with these keys. */
const having = (...encryptionKeys: Buffer[]): Platform => ({
  ...test.platform,
  config: { ...test.platform.config, encryptionKeys },
});

/** A server as it lies in the database, with this in the column of its key. */
async function stored(sealedKey: string): Promise<() => Promise<Server>> {
  await test.platform.db.pool.query('DELETE FROM open311_server');
  const organizationId = uuidv7(test.clock);
  await saveServer(test.platform.db.read, test.territoryId, {
    organizationId,
    url: 'https://voisin.example/open311/v2',
    jurisdictionId: null,
    sealedKey,
    services: {},
    enabled: true,
    failures: 0,
    closedUntil: null,
    version: 1,
  });
  return async () => {
    const server = await findServer(test.platform.db.read, test.territoryId, organizationId);
    return server ?? expect.fail('It is gone');
  };
}

const apiKeyOf = (platform: Platform, server: Server) =>
  callable(platform, test.territoryId, server).apiKey;

describe('a key that an older version kept in clear', () => {
  it('stops the start as long as there is nothing to seal it with', async () => {
    const now = await stored(CLEAR);
    const start = sealServerKeys(having());
    await expect(start).rejects.toThrow('ENCRYPTION_KEY');
    await expect(start).rejects.not.toThrow(CLEAR);
    expect((await now()).sealedKey).toBe(CLEAR);
  });

  it('is sealed by the next start, and works on', async () => {
    const now = await stored(CLEAR);
    await sealServerKeys(having(key));
    const server = await now();
    expect(server.sealedKey).toMatch(/^sealed:/);
    expect(server).toMatchObject({ version: 1 });
    expect(apiKeyOf(having(key), server)).toBe(CLEAR);
  });
});

describe('another key of ours', () => {
  it('takes over while the former is given beside it, then alone', async () => {
    const now = await stored(CLEAR);
    await sealServerKeys(having(former));
    const before = (await now()).sealedKey;
    await sealServerKeys(having(key, former));
    const after = await now();
    expect(after.sealedKey).not.toBe(before);
    await sealServerKeys(having(key));
    expect((await now()).sealedKey).toBe(after.sealedKey);
    expect(apiKeyOf(having(key), after)).toBe(CLEAR);
  });

  it('without the former stops the start, and loses nothing', async () => {
    const now = await stored(CLEAR);
    await sealServerKeys(having(former));
    await expect(sealServerKeys(having(key))).rejects.toThrow('ENCRYPTION_KEY');
    expect(apiKeyOf(having(former), await now())).toBe(CLEAR);
  });
});

it('no key of theirs asks for none of ours', async () => {
  const now = await stored('');
  await sealServerKeys(having());
  expect(apiKeyOf(having(), await now())).toBe('');
  expect(sealKey(having(), test.territoryId, (await now()).organizationId, '')).toBe('');
});

it('a key is not taken while there is nothing to seal it with', () => {
  expect(() => sealKey(having(), test.territoryId, uuidv7(test.clock), CLEAR)).toThrow(
    expect.objectContaining({ type: '/problems/open311-client/no-encryption-key' }),
  );
});

it('a key copied to another server does not open there', async () => {
  const now = await stored(CLEAR);
  await sealServerKeys(having(key));
  const elsewhere = { ...(await now()), organizationId: uuidv7(test.clock) };
  expect(() => apiKeyOf(having(key), elsewhere)).toThrow('does not open');
});
