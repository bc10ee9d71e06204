import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../test/platform.ts';
import { foundTestTerritory } from '../../test/territory.ts';
import { sealLog } from '../platform/events/index.ts';
import { audit, verifyInWords } from './audit.ts';

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
  await foundTestTerritory(test);
});
afterAll(() => test.close());

const verify = async (head?: { number: number; hash: string }) =>
  (await verifyInWords(test.platform, head)).replaceAll(/\s/g, ' ');

it('says until when the log is whole, and what to note elsewhere', async () => {
  expect(await verify()).toMatch(/aucun sceau encore/);
  await sealLog(test.platform, test.territoryId);
  const said = await verify();
  expect(said).toMatch(
    /journal intact jusqu’au 24 novembre 2026 à 10:00, \d+ actes? sous 1 sceau\./,
  );
  const hash = /--head 1:([0-9a-f]{64})/.exec(said)?.[1] ?? '';
  expect(await verify({ number: 1, hash })).toBe(said);
  await expect(verify({ number: 1, hash: 'a'.repeat(64) })).rejects.toThrow(
    /Sceau n° 1 : la chaîne ne contient plus ce sceau/,
  );
});

it('names the act that somebody changed, and ends in error', async () => {
  const { rows } = await test.platform.db.pool.query(
    `UPDATE event SET actor_name = 'Personne' WHERE type = 'territory.founded' RETURNING id`,
  );
  await expect(verify()).rejects.toThrow(
    new RegExp(`LE JOURNAL A ÉTÉ ALTÉRÉ\\s+Sceau n° 1, acte ${rows[0].id}.* n’est plus celui`),
  );
});

it('refuses what it does not understand', async () => {
  for (const args of [[], ['seal'], ['verify', '--head', '1:abc'], ['verify', 'x']]) {
    await expect(audit(test.platform.config, args)).rejects.toThrow(/Usage/);
  }
});
