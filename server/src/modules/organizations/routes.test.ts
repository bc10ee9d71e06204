import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../test/app.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import { makeTown } from '../../../test/town.ts';
import { systemActor } from '../../platform/acts/index.ts';
import { importPlaces } from '../places/index.ts';

let test: TestApp;
let ids: TestTerritory;
let administrator: Caller;
beforeAll(async () => {
  test = await createTestApp();
  ids = await foundTestTerritory(test);
  await importPlaces(test.platform, test.act(systemActor('test')), makeTown(20, 2));
  administrator = await test.login([{ organizationId: ids.metropole, role: 'administrator' }]);
});
afterAll(() => test?.close());

describe('what anybody may read', () => {
  it('the territory', async () => {
    const { statusCode, ...answer } = await test.resident.get('/api/v1/territory');
    expect(statusCode).toBe(200);
    expect(answer.json()).toEqual({
      id: test.territoryId,
      name: 'Territoire d’essai',
      slug: 'essai',
      bounds: [3.8, 43.6, 4, 43.7],
      center: { lat: 43.65, long: 3.9 },
      basemap: { kind: 'own' },
      contact: { phone: '04 00 00 00 00' },
      demonstration: false,
    });
  });

  it('the organizations, without their contact or boundary', async () => {
    const { items } = (await test.resident.get('/api/v1/organizations')).json();
    expect(items).toHaveLength(5);
    expect(items).toContainEqual({
      id: ids.west,
      kind: 'commune',
      name: 'Ouestville',
      code: '99001',
      population: null,
      populationYear: null,
      populationSource: null,
      bounds: [3.8, 43.6, expect.closeTo(3.9), 43.7],
    });
  });

  it('a boundary, as GeoJSON', async () => {
    const answer = await test.resident.get(`/api/v1/organizations/${ids.west}/boundary`);
    expect(answer.json()).toMatchObject({
      type: 'Feature',
      properties: { name: 'Ouestville' },
      geometry: { type: 'Polygon', coordinates: [[[3.8, 43.6], [3.9, 43.6], {}, {}, [3.8, 43.6]]] },
    });
    expect(
      (await test.resident.get(`/api/v1/organizations/${ids.operator}/boundary`)).statusCode,
    ).toBe(404);
  });

  it('who is competent, with the street and its class', async () => {
    const ask = async (lat: number, long: number) =>
      (await test.resident.get(`/api/v1/competence?serviceCode=x&lat=${lat}&long=${long}`)).json();
    expect(await ask(43.602, 3.802)).toEqual({
      outcome: 'found',
      organization: { id: ids.west, name: 'Ouestville', kind: 'commune' },
      reason: 'Ouestville : règle de test',
      roadClass: 'departmental',
      street: 'rue des Fontaine',
      commune: { id: ids.west, name: 'Ouestville' },
      candidates: [
        {
          organization: { id: ids.west, name: 'Ouestville', kind: 'commune' },
          reason: 'règle de test',
        },
      ],
    });
    expect(await ask(43.65, 4.05)).toMatchObject({
      outcome: 'outside',
      organization: null,
      commune: null,
    });
    expect(
      (await test.resident.get('/api/v1/competence?serviceCode=x&lat=91&long=0')).statusCode,
    ).toBe(400);
  });
});

describe('what administrators may change', () => {
  const rule = {
    serviceCode: 'fuite',
    serviceGroup: null,
    roadClasses: null,
    roadNumbers: null,
    builtUp: null,
    value: 'yes',
    declared: null,
    ownerIds: null,
    areaOrganizationId: null,
    priority: 0,
    validFrom: '2026-01-01',
    validUntil: null,
    reason: 'contrat de délégation du 12 décembre 2025',
  };

  it('competences: read back as written, and at work at once', async () => {
    const url = `/api/v1/organizations/${ids.operator}/competences`;
    const body = { reason: 'délibération', competences: [rule] };
    expect((await administrator.send('PUT', url, body)).statusCode).toBe(204);
    expect((await administrator.get(url)).json()).toEqual({
      competences: [{ ...rule, id: expect.any(String), organizationId: ids.operator, version: 1 }],
    });
    const asked = await test.resident.get(
      '/api/v1/competence?serviceCode=fuite&lat=43.65&long=3.85',
    );
    expect(asked.json()).toMatchObject({ outcome: 'found', organization: { id: ids.operator } });
  });

  it('a rule, tried before it is written', async () => {
    const url = `/api/v1/organizations/${ids.operator}/competences`;
    const before = (await administrator.get(url)).json();
    const [old] = before.competences;
    const { id: _, organizationId: __, version: ___, ...content } = old;
    const draft = {
      serviceCode: 'fuite',
      lat: 43.65,
      long: 3.85,
      organizationId: ids.operator,
      replaces: old.id,
      rule: { ...content, value: 'no', validFrom: '2027-01-01' },
    };
    const attempt = (more: object = {}, who = administrator) =>
      who.send('POST', '/api/v1/competence/try', { ...draft, ...more });
    const tried = (await attempt()).json();
    expect(tried).toMatchObject({
      on: '2027-01-01',
      before: { outcome: 'found', organization: { id: ids.operator } },
      after: { outcome: 'found', organization: { id: ids.west } },
    });
    expect(tried.after.reason).toContain('Eaux d’essai n’est pas compétent ici');
    expect(tried.after.rules.find(({ rule: { id } }: never) => id === tried.draftId)).toMatchObject(
      {
        verdict: 'excludes',
      },
    );
    // One that already holds is tried today.
    const added = (await attempt({ organizationId: ids.metropole, replaces: null, rule })).json();
    expect(added).toMatchObject({ on: '2026-11-24', after: { outcome: 'unclear' } });
    expect((await administrator.get(url)).json()).toEqual(before);

    const unsound = { ...rule, serviceGroup: 'Eau' };
    expect((await attempt({ rule: unsound })).statusCode).toBe(422);
    const east = await test.login([{ organizationId: ids.east, role: 'administrator' }]);
    expect((await attempt({}, east)).statusCode).toBe(403);
    expect((await attempt({}, test.resident)).statusCode).toBe(401);
  });

  it('crews, which operators then see', async () => {
    const body = { organizationId: ids.west, name: 'Espaces verts', skills: ['élagage'] };
    const created = await administrator.send('POST', '/api/v1/crews', body);
    expect(created.statusCode).toBe(201);
    expect(created.json()).toMatchObject({ organizationName: 'Ouestville', vehicle: null });
    const desk = await test.login([{ organizationId: ids.west, role: 'desk' }]);
    const { items } = (await desk.get(`/api/v1/crews?organizationId=${ids.west}`)).json();
    expect(items).toEqual([created.json()]);
  });

  it('and nobody else', async () => {
    const director = await test.login([{ organizationId: ids.west, role: 'director' }]);
    const url = `/api/v1/organizations/${ids.west}/competences`;
    const body = { reason: 'essai', competences: [] };
    expect((await director.send('PUT', url, body)).statusCode).toBe(403);
    expect((await test.resident.send('PUT', url, body)).statusCode).toBe(401);
    expect((await test.resident.get('/api/v1/crews')).statusCode).toBe(401);
    const wrong = { reason: 'essai', competences: [{ ...rule, validFrom: '2026-02-30' }] };
    expect((await administrator.send('PUT', url, wrong)).statusCode).toBe(400);
    const both = { reason: 'essai', competences: [{ ...rule, serviceGroup: 'Eau' }] };
    expect((await administrator.send('PUT', url, both)).statusCode).toBe(422);
    const backwards = { reason: 'essai', competences: [{ ...rule, validUntil: '2025-01-01' }] };
    expect((await administrator.send('PUT', url, backwards)).statusCode).toBe(422);
  });
});
