import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import {
  competence,
  foundTestTerritory,
  square,
  type TestTerritory,
} from '../../../test/territory.ts';
import { eventsOf } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import { deleteCompetences } from './competence-store.ts';
import * as organizations from './index.ts';
import { renewDirectory } from './territory-store.ts';

let test: TestPlatform;
let ids: TestTerritory;
beforeAll(async () => {
  test = await createTestPlatform();
  ids = await foundTestTerritory(test);
});
afterAll(() => test?.close());

const inWest = { lat: 43.65, long: 3.85 };
const ask = (more: Partial<organizations.FindCompetent> = {}) =>
  organizations.findCompetent(test.platform, test.platform.db.read, test.territoryId, {
    serviceCode: 'nid-de-poule',
    serviceGroup: 'Voirie',
    point: inWest,
    roadClass: 'communal',
    at: test.clock.now(),
    ...more,
  });
const administrator = () => test.actor('administrator', ids.metropole);

describe('findCompetent', () => {
  it('answers from the rules of the territory', async () => {
    expect(await ask()).toMatchObject({
      outcome: 'found',
      organization: { id: ids.metropole, name: 'Métropole d’essai', kind: 'epci' },
      reason: 'Métropole d’essai : règle de test',
      commune: { id: ids.west, name: 'Ouestville' },
      candidates: [
        {
          organization: { id: ids.metropole, name: 'Métropole d’essai', kind: 'epci' },
          reason: 'règle de test',
        },
      ],
    });
    expect((await ask({ roadClass: 'departmental' })).organization?.id).toBe(ids.departement);
    expect((await ask({ serviceGroup: 'Arbres' })).organization?.id).toBe(ids.west);
    expect((await ask({ roadClass: null })).outcome).toBe('unclear');
  });

  it('tells who may be competent outside, naming the nearest communes', async () => {
    const { outcome, organization, reason } = await ask({ point: { lat: 43.65, long: 4.1 } });
    expect({ outcome, organization }).toEqual({ outcome: 'outside', organization: null });
    expect(reason).toMatch(/Estville \(à 8 km\) et Ouestville \(à 16 km\)/);
    expect(reason).toContain('pour une route départementale, au département');
  });

  it('costs one read by primary key once the directory is in memory', async () => {
    await ask();
    const { pool } = test.platform.db;
    const statements: unknown[] = [];
    const count = (client: { query: (...words: unknown[]) => unknown }) => {
      const query = client.query.bind(client);
      client.query = (...words) => {
        statements.push(words[0]);
        return query(...words);
      };
    };
    pool.on('acquire', count as never);
    await ask();
    pool.removeListener('acquire', count as never);
    expect(statements).toHaveLength(1);
  });

  it('hears of a change made in another transaction, and never of one rolled back', async () => {
    const set = organizations.setCompetences(test.platform, test.act(administrator()), {
      organizationId: ids.operator,
      reason: 'essai',
      competences: [
        (({ organizationId, ...rule }) => rule)(
          competence(ids.operator, { serviceCode: 'fuite', reason: 'contrat de délégation' }),
        ),
      ],
    });
    await set;
    expect((await ask({ serviceCode: 'fuite', serviceGroup: 'Eau' })).organization?.id).toBe(
      ids.operator,
    );
    const { platform, territoryId } = test;
    await platform.db
      .transaction(async (tx) => {
        await deleteCompetences(tx, territoryId, ids.operator);
        await renewDirectory(tx, territoryId, uuidv7(test.clock));
        const question = { serviceCode: 'fuite', serviceGroup: 'Eau', point: inWest };
        const within = await organizations.findCompetent(platform, tx, territoryId, {
          ...question,
          roadClass: null,
          at: test.clock.now(),
        });
        expect(within.organization?.id).toBe(ids.west);
        throw new Error('rolled back');
      })
      .catch((error) => expect(error.message).toBe('rolled back'));
    const leak = await ask({ serviceCode: 'fuite', serviceGroup: 'Eau' });
    expect(leak.reason).toContain('contrat de délégation');
    const told = await eventsOf(platform.db.read, territoryId, [ids.operator]);
    expect(told.map(({ type, reason }) => ({ type, reason }))).toContainEqual({
      type: 'organization.competences-set',
      reason: 'essai',
    });
  });
});

describe('the directory', () => {
  it('is changed by its administrators only', async () => {
    const newcomer = { kind: 'operator' as const, name: 'Lumières', code: '990000003' };
    for (const role of ['director', 'dispatcher', 'auditor'] as const) {
      const act = test.act(test.actor(role, ids.metropole));
      await expect(
        organizations.addOrganization(test.platform, act, newcomer),
      ).rejects.toMatchObject({ status: 403 });
    }
    const ofCommune = test.act(test.actor('administrator', ids.west));
    await expect(
      organizations.addOrganization(test.platform, ofCommune, newcomer),
    ).rejects.toMatchObject({ status: 403 });
    const foreign = { organizationId: ids.east, reason: 'essai', competences: [] };
    await expect(
      organizations.setCompetences(test.platform, ofCommune, foreign),
    ).rejects.toMatchObject({ status: 403 });

    const act = test.act(administrator());
    const { id } = await organizations.addOrganization(test.platform, act, newcomer);
    const directory = await organizations.organizationsById(
      test.platform,
      test.platform.db.read,
      test.territoryId,
    );
    expect(directory.get(id)).toMatchObject({ name: 'Lumières', boundary: null });
    await expect(organizations.addOrganization(test.platform, act, newcomer)).rejects.toMatchObject(
      { status: 409 },
    );
  });

  it('forms crews whose members see them', async () => {
    const accountId = uuidv7(test.clock);
    const act = test.act(test.actor('administrator', ids.west));
    const command = {
      organizationId: ids.west,
      name: 'Voirie 1',
      skills: ['enrobé'],
      vehicle: 'Fourgon',
      memberIds: [accountId],
    };
    const crew = await organizations.createCrew(test.platform, act, command);
    const { read } = test.platform.db;
    expect(await organizations.crewsOfAccount(read, test.territoryId, accountId)).toEqual([crew]);
    expect(await organizations.crewsOfAccount(read, test.territoryId, uuidv7(test.clock))).toEqual(
      [],
    );
    expect((await organizations.crewsById(read, test.territoryId, [crew.id])).get(crew.id)).toEqual(
      crew,
    );
    await expect(organizations.createCrew(test.platform, act, command)).rejects.toMatchObject({
      status: 409,
    });
  });

  it('is reached by the territory’s host name, or by any when it is alone', async () => {
    expect(await organizations.territoryOf(test.platform, 'essai.example')).toBe(test.territoryId);
    expect(await organizations.territoryOf(test.platform, 'other.example')).toBe(test.territoryId);
  });
});

describe('importBoundaries', () => {
  const file = (codes: string[], at = 3.8) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: codes.map((code, index) => ({
        type: 'Feature',
        properties: { code },
        geometry: square(at + index * 0.1, 43.6, 0.1),
      })),
    });

  it('refuses a bad file whole, with every line, and changes nothing', async () => {
    const { read } = test.platform.db;
    const before = await organizations.listOrganizations(read, test.territoryId);
    const act = test.act(administrator());
    await expect(
      organizations.importBoundaries(test.platform, act, file(['99001', '99404'], 4.8)),
    ).rejects.toMatchObject({
      status: 422,
      extensions: {
        lines: [{ line: 1 }, { line: 1, reason: 'la commune Estville (99002) manque' }],
      },
    });
    expect(await organizations.listOrganizations(read, test.territoryId)).toEqual(before);
  });

  it('moves the communes, their EPCI and the territory together', async () => {
    const { read } = test.platform.db;
    const act = test.act(administrator());
    expect(
      await organizations.importBoundaries(test.platform, act, file(['99001', '99002'], 4.8)),
    ).toEqual({ imported: 3 });
    const territory = await organizations.findTerritory(read, test.territoryId);
    expect(territory?.bounds.west).toBeCloseTo(4.8);
    expect((await ask({ point: { lat: 43.65, long: 4.85 } })).organization?.id).toBe(ids.metropole);
    expect((await ask()).outcome).toBe('outside');
  });
});
