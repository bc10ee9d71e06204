import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { CATALOGUE } from '../../../../test/catalogue-of-test.ts';
import { foundTestTerritory, type TestTerritory } from '../../../../test/territory.ts';
import { systemActor } from '../../../platform/acts/index.ts';
import { createApiToken } from '../../../platform/auth/index.ts';
import { answerServiceRequest } from '../answer-service-request.ts';
import { transferServiceRequest } from '../hand-over/transfer-service-request.ts';
import { importCatalogue } from '../import-catalogue.ts';
import { changePublicSetting } from '../public-copy/change-setting.ts';

let test: TestApp;
let organizations: TestTerritory;
/** Keys that may report, of each organization; one of the west that may only bring text messages. */
const keys: Record<'west' | 'east' | 'departement' | 'texts', string> = {
  west: '',
  east: '',
  departement: '',
  texts: '',
};
/** A street lamp of the west, that a resident reported on the web, answered since. */
let lamp: string;

beforeAll(async () => {
  test = await createTestApp();
  organizations = await foundTestTerritory(test);
  const own = () => test.act(systemActor('test'));
  await importCatalogue(test.platform, own(), { services: CATALOGUE });
  const create = async (
    organizationId: string,
    scope: 'open311:write' | 'intake:sms' = 'open311:write',
  ) => {
    const command = { name: 'essai', organizationId, scopes: [scope] };
    return (await createApiToken(test.platform, own(), command)).token;
  };
  for (const name of ['west', 'east', 'departement'] as const) {
    keys[name] = await create(organizations[name]);
  }
  keys.texts = await create(organizations.west, 'intake:sms');
  lamp = await report();
  const director = test.act(test.actor('director', organizations.west), { expectedVersion: 1 });
  await answerServiceRequest(test.platform, director, {
    id: lamp,
    message: 'Vos fusibles changés',
  });
});
afterAll(() => test.close());

async function report(): Promise<string> {
  const answer = await test.resident.send('POST', '/api/v1/service-requests', {
    serviceCode: 'lampadaire',
    description: 'Mes mots à moi',
    point: { lat: 43.63, long: 3.83 },
    contact: { name: 'Odile Roux', email: 'odile@exemple.fr' },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().id;
}
const get = (path: string) => test.app.inject({ method: 'GET', url: `/open311/v2${path}` });
const withKey = async (name: keyof typeof keys, path: string) =>
  (await get(`${path}${path.includes('?') ? '&' : '?'}api_key=${keys[name]}`)).body;

describe('a key reads what is not public', () => {
  const paths = () => [
    `/requests/${lamp}.json?extensions=true`,
    `/requests/${lamp}.xml?extensions=true`,
    '/requests.json?extensions=true',
    `/requests.json?service_request_id=${lamp}&extensions=true`,
  ];

  it('of its own organization', async () => {
    for (const path of paths()) {
      const body = await withKey('west', path);
      expect(body).toContain('Mes mots à moi');
      expect(body).toContain('Vos fusibles changés');
      expect(body).not.toMatch(/Odile|exemple\.fr/);
    }
    expect(await withKey('west', '/servicerequestupdates.json')).toContain('Vos fusibles changés');
  });

  it('not of another, of which it reads what everyone reads', async () => {
    for (const path of paths()) {
      const everyone = await get(path);
      const neighbour = await withKey('east', path);
      expect(neighbour).toContain(lamp);
      expect(neighbour).not.toMatch(/Mes mots|fusibles|Odile/);
      expect(neighbour).toBe(everyone.body);
    }
  });

  it('nor when it only came to bring text messages', async () => {
    for (const path of paths())
      expect(await withKey('texts', path)).not.toMatch(/Mes mots|fusibles/);
  });

  it('nor what was answered: of another’s it is told the state', async () => {
    const updates = JSON.parse(await withKey('east', '/servicerequestupdates.json'));
    expect(updates).toMatchObject([
      { service_request_id: lamp, status: 'CLOSED', description: 'Réponse envoyée' },
    ]);
  });

  it('also of what its organization handed over', async () => {
    const id = await report();
    const act = test.act(test.actor('dispatcher', organizations.west), { expectedVersion: 1 });
    const organizationId = organizations.departement;
    expect(await withKey('departement', `/requests/${id}.json`)).not.toContain('Mes mots');
    await transferServiceRequest(test.platform, act, { id, organizationId, reason: 'À vous' });
    expect(await withKey('departement', `/requests/${id}.json`)).toContain('Mes mots');
    expect(await withKey('west', `/requests/${id}.json`)).toContain('Mes mots');
    expect(await withKey('east', `/requests/${id}.json`)).not.toContain('Mes mots');
  });

  it('and of what it brought itself, whosever it became', async () => {
    const form = {
      service_code: 'lampadaire',
      lat: '43.63',
      long: '3.83',
      description: 'À 06 12 34 56 78',
    };
    const answer = await test.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...form, api_key: keys.east }).toString(),
    });
    const [{ service_request_id: id }] = answer.json();
    expect(await withKey('east', `/requests/${id}.json`)).toContain('06 12 34 56 78');
    expect(await withKey('departement', `/requests/${id}.json`)).not.toContain('06 12');
  });
});

describe('what the territory shows to nobody', () => {
  it('is for the keys of the organizations of the file alone', async () => {
    const administrator = test.act(test.actor('administrator', organizations.west), {
      expectedVersion: 0,
    });
    await changePublicSetting(test.platform, administrator, {
      textPolicy: 'moderated',
      photoPolicy: 'moderated',
      daysAfterClosing: 90,
      services: { lampadaire: { shown: false, daysAfterClosing: null } },
    });
    for (const path of ['/requests.json', '/servicerequestupdates.json']) {
      expect(await withKey('west', path)).toContain(lamp);
      expect(await withKey('east', path)).not.toContain(lamp);
    }
    expect(await withKey('west', `/requests/${lamp}.json`)).toContain('Mes mots');
    expect(await withKey('east', `/requests/${lamp}.json`)).toMatch(/"code":404/);
    expect((await get(`/requests/${lamp}.json`)).statusCode).toBe(404);
  });
});
