import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../test/app.ts';
import { CATALOGUE } from '../../../test/catalogue-of-test.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import { systemActor } from '../../platform/acts/index.ts';
import { createApiToken } from '../../platform/auth/index.ts';
import { importCatalogue, submitServiceRequest } from '../service-requests/index.ts';
import { followRelays } from './follow-relays.ts';
import { readAnswer } from './read-answer.ts';

/** Here, and a neighbour that runs the same program; each listens for real. */
let here: TestApp;
let there: TestApp;
let town: TestTerritory;
let thereTown: TestTerritory;
let thereUrl: string;
let thereKey: string;
let administrator: Caller;
/** A server of another make, whose behaviour each test chooses. */
let fake: Server;
let fakeUrl: string;
let asked: { method: string; url: string; body: string }[];
let behave: (request: {
  method: string;
  url: string;
  body: string;
}) => [number, string, string?] | 'cut';

const start = async () => {
  // By the queue's own clock, so that what is to be tried later is not tried now.
  const at = new Date().toISOString();
  const config = { outboundNetworks: ['127.0.0.1'], encryptionKeys: [randomBytes(32)] };
  const test = await createTestApp({ at, config });
  const territory = await foundTestTerritory(test);
  await importCatalogue(test.platform, test.act(systemActor('test')), { services: CATALOGUE });
  return [test, territory] as const;
};

beforeAll(async () => {
  [here, town] = await start();
  [there, thereTown] = await start();
  thereUrl = `${await there.app.listen({ port: 0, host: '127.0.0.1' })}/open311/v2`;
  const token = {
    name: 'voisin',
    organizationId: thereTown.west,
    scopes: ['open311:write' as const],
  };
  thereKey = (await createApiToken(there.platform, there.act(systemActor('test')), token)).token;
  administrator = await here.login([{ organizationId: town.metropole, role: 'administrator' }]);
  fake = createServer(async (request, response) => {
    const seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      body: await textOf(request),
    };
    asked.push(seen);
    const answer = behave(seen);
    if (answer === 'cut') {
      request.socket.destroy();
      return;
    }
    const [status, body, type = 'text/xml'] = answer;
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => fake.listen(0, '127.0.0.1', done));
  fakeUrl = `http://127.0.0.1:${(fake.address() as AddressInfo).port}/georeport`;
});
afterAll(async () => {
  fake.closeAllConnections();
  fake.close();
  await Promise.all([here.close(), there.close()]);
});
beforeEach(() => {
  asked = [];
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

async function setServer(organizationId: string, url: string, apiKey: string, enabled = true) {
  const path = `/api/v1/organizations/${organizationId}/open311-server`;
  const known = await administrator.get(path);
  const answer = await administrator.send(
    'PUT',
    path,
    {
      url,
      jurisdictionId: null,
      apiKey,
      services: { lampadaire: { code: 'lampadaire', attributes: {} } },
      enabled,
    },
    known.statusCode === 200 ? { 'if-match': `"${known.json().version}"` } : {},
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return answer;
}

/** A lamp that is out in Estville. */
const report = async (description = 'Éteint & noir', photoIds: string[] = []) => {
  const { id } = await submitServiceRequest(here.platform, here.act(), {
    serviceCode: 'lampadaire',
    description,
    point: { lat: 43.63, long: 3.93 },
    address: null,
    answers: {},
    photoIds,
    contact: { name: 'Odile Secrète', email: 'odile@exemple.fr' },
    channel: 'web',
    language: 'fr',
  });
  await here.drainJobs();
  return id;
};
const relayOf = async (id: string) => {
  const { rows } = await here.platform.db.pool.query(
    'SELECT * FROM open311_relay WHERE service_request_id = $1',
    [id],
  );
  return rows[0];
};
/** Lets what waits for another try be tried now. */
const again = async () => {
  here.clock.advance(3_600_000);
  await here.platform.db.pool.query(
    "UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 second' WHERE locked_at IS NULL",
  );
  await here.drainJobs();
};
const titles = async (id: string) => {
  const { rows } = await here.platform.db.pool.query(
    'SELECT code FROM service_request WHERE id = $1',
    [id],
  );
  const { timeline } = (await here.resident.get(`/api/v1/public/tracking/${rows[0].code}`)).json();
  return (timeline as { title: string; detail: string | null }[]).map(
    ({ title, detail }) => `${title}${detail ? ` (${detail})` : ''}`,
  );
};

describe('between two Cantonniers', () => {
  it('a request is passed on, followed, and closed in their words', async () => {
    await setServer(town.east, thereUrl, thereKey);
    const id = await report();
    const relay = await relayOf(id);
    expect(relay).toMatchObject({ status: 'sent', their_status: 'open', attempts: 1 });
    expect(await titles(id)).toContain(`Transmise à Estville sous le n° ${relay.their_id}`);

    const { rows } = await there.platform.db.pool.query(
      'SELECT * FROM service_request WHERE id = $1',
      [relay.their_id],
    );
    expect(rows[0].description).toContain(`cantonnier:${id}`);
    expect(JSON.stringify(rows[0])).not.toMatch(/Odile|odile/);

    const director = await there.login([{ organizationId: thereTown.east, role: 'director' }]);
    const answered = await director.send(
      'POST',
      `/api/v1/service-requests/${relay.their_id}/answer`,
      { message: 'Ampoule changée' },
      { 'if-match': '"1"' },
    );
    expect(answered.statusCode, answered.body).toBe(200);
    await followRelays(here.platform);
    await here.drainJobs();
    expect(await relayOf(id)).toMatchObject({ status: 'closed', their_status: 'closed' });
    const story = await titles(id);
    expect(story.some((line) => line.startsWith('Estville : demande close'))).toBe(true);
    expect(story.some((line) => line.includes('Estville a clos la demande'))).toBe(true);
  });

  it('its photos go along: the first becomes theirs, the others are named', async () => {
    const publicUrl = await here.app.listen({ port: 0, host: '127.0.0.1' });
    Object.assign(here.platform.config, { publicUrl });
    const photograph = async (background: string) => {
      const canvas = { width: 40, height: 40, channels: 3 as const, background };
      const jpeg = await sharp({ create: canvas })
        .withExif({ IFD0: { Artist: 'Odile Secrète' } })
        .jpeg()
        .toBuffer();
      return (await here.platform.files.upload(here.act(), jpeg)).id;
    };
    const [one, two] = [await photograph('#a33'), await photograph('#3a3')];
    const { their_id } = await relayOf(await report('Éteint, voyez', [one, two]));
    await there.drainJobs();
    const { description, photos } = (
      await (
        await there.login([{ organizationId: thereTown.east, role: 'director' }])
      ).get(`/api/v1/service-requests/${their_id}`)
    ).json();
    expect(description).toContain(`Autres photos :\n${publicUrl}/api/v1/files/${two}`);
    expect(description).not.toContain(one);
    expect(photos).toHaveLength(1);
    const theirs = await there.resident.get(`/api/v1/files/${photos[0].fileId}`);
    const { data, info } = await sharp(theirs.rawPayload)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([40, 40]);
    expect(data[0]).toBeGreaterThan(data[1] ?? 255);
    expect(theirs.rawPayload.includes('Odile')).toBe(false);
  });

  it('one of ours that they send back is refused, and our people read it', async () => {
    const id = await report('Qui est compétent ?');
    const { their_id } = await relayOf(id);
    const { rows } = await there.platform.db.pool.query(
      'SELECT description FROM service_request WHERE id = $1',
      [their_id],
    );
    const { token } = await createApiToken(here.platform, here.act(systemActor('test')), {
      name: 'Ville d’à côté',
      organizationId: town.east,
      scopes: ['open311:write'],
    });
    const back = await here.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        api_key: token,
        service_code: 'lampadaire',
        lat: '43.63',
        long: '3.93',
        description: rows[0].description,
      }).toString(),
    });
    expect(back.statusCode).toBe(400);
    expect(back.body).toContain(id);
    const { rows: notes } = await here.platform.db.pool.query(
      "SELECT reason FROM event WHERE subject = $1 AND type = 'service-request.commented'",
      [id],
    );
    expect(notes[0].reason).toContain('Ville d’à côté nous renvoie');
  });
});

describe('with servers of another make', () => {
  const posts = () => asked.filter(({ method }) => method === 'POST');
  const requestXml = (fields: string) =>
    `<?xml version="1.0"?><service_requests><request>${fields}</request></service_requests>`;
  const useFake = () => setServer(town.east, fakeUrl, 'clé');

  it('a strict one, with tokens: the number comes later', async () => {
    await useFake();
    let ready = false;
    behave = ({ method, url }) =>
      method === 'POST'
        ? [200, requestXml('<token>77</token><service_notice/>')]
        : url.includes('/tokens/77')
          ? ready
            ? [200, requestXml('<service_request_id>638344</service_request_id><token>77</token>')]
            : [
                404,
                '<errors><error><code>404</code><description>pas encore</description></error></errors>',
              ]
          : [404, ''];
    const id = await report();
    expect(await relayOf(id)).toMatchObject({ status: 'token', token: '77' });
    await again();
    expect(await relayOf(id)).toMatchObject({ status: 'token' });
    ready = true;
    await again();
    expect(await relayOf(id)).toMatchObject({ status: 'sent', their_id: '638344' });
    expect(posts()).toHaveLength(1);
    const form = new URLSearchParams(posts()[0]?.body);
    expect(Object.fromEntries(form)).toMatchObject({
      api_key: 'clé',
      service_code: 'lampadaire',
      lat: '43.63',
      long: '3.93',
    });
  });

  it('an answer that is lost is looked for, and never posted twice', async () => {
    await useFake();
    const held: string[] = [];
    behave = ({ method, body }) => {
      if (method === 'POST') {
        held.push(new URLSearchParams(body).get('description') ?? '');
        return 'cut';
      }
      const escaped = held.map((text) => text.replaceAll('&', '&amp;'));
      return [
        200,
        requestXml(
          `<service_request_id>9</service_request_id><description>${escaped[0]}</description>`,
        ),
      ];
    };
    const id = await report();
    expect(await relayOf(id)).toMatchObject({ status: 'unsure' });
    await again();
    expect(await relayOf(id)).toMatchObject({ status: 'sent', their_id: '9' });
    expect(posts()).toHaveLength(1);
  });

  it('one that was never there is posted again once their list says so', async () => {
    await useFake();
    let up = false;
    behave = ({ method }) =>
      !up
        ? [502, '<html><body>Bad gateway</body></html>', 'text/html']
        : method === 'GET'
          ? [200, '<service_requests/>']
          : [201, JSON.stringify([{ service_request_id: 12 }]), 'application/json'];
    const id = await report();
    expect(await relayOf(id)).toMatchObject({
      status: 'unsure',
      last_error: expect.stringContaining('502'),
    });
    await again();
    expect(posts()).toHaveLength(1);
    up = true;
    await again();
    expect(await relayOf(id)).toMatchObject({ status: 'sent', their_id: '12' });
  });

  it('a refusal in the standard’s form is final, and told to our people', async () => {
    await useFake();
    behave = () => [
      400,
      '<errors><error><code>400</code><description>Hors de notre commune</description></error></errors>',
    ];
    const id = await report();
    expect(await relayOf(id)).toMatchObject({ status: 'refused' });
    const { rows } = await here.platform.db.pool.query(
      "SELECT reason FROM event WHERE subject = $1 AND type = 'service-request.commented'",
      [id],
    );
    expect(rows[0].reason).toContain('Hors de notre commune');
    expect((await titles(id)).join()).not.toContain('Hors de notre commune');
  });

  it.each<[string, [number, string, string?]]>([
    [
      'an HTML page with 200',
      [200, '<!DOCTYPE html><html><body>Maintenance</body></html>', 'text/html'],
    ],
    [
      'an entity bomb',
      [
        200,
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><service_requests><request><service_request_id>&a;</service_request_id></request></service_requests>',
      ],
    ],
    ['cut XML', [200, '<service_requests><request><service_req']],
    ['nothing', [200, '']],
    ['a body too large', [200, `<service_requests>${'x'.repeat(200_000)}</service_requests>`]],
  ])('%s is not taken for a number', async (_, answer) => {
    await useFake();
    behave = () => answer;
    const id = await report();
    const relay = await relayOf(id);
    expect(relay.their_id).toBeNull();
    expect(relay.status).toBe('unsure');
    expect(relay.last_error).toBeTruthy();
  });

  it('five failures in a row leave it alone for ten minutes', async () => {
    await useFake();
    behave = () => 'cut';
    for (let turn = 0; turn < 5; turn++) await report();
    const before = asked.length;
    await report();
    expect(asked.length).toBe(before);
    const view = (
      await administrator.get(`/api/v1/organizations/${town.east}/open311-server`)
    ).json();
    expect(view.failures).toBeGreaterThanOrEqual(5);
    expect(view.closedUntil).toEqual(expect.any(String));
  });
});

describe('setting it up', () => {
  it('« Essayer » lists their services; the key is never shown again', async () => {
    const base = `/api/v1/organizations/${town.departement}/open311-server`;
    const tried = await administrator.send('POST', `${base}/try`, {
      url: thereUrl,
      jurisdictionId: null,
    });
    expect(tried.json().items).toContainEqual({
      code: 'lampadaire',
      name: 'Lampadaire en panne',
      group: 'Éclairage public',
    });
    const set = await setServer(town.departement, thereUrl, 'très-secret');
    expect(set.body).not.toContain('très-secret');
    expect((await administrator.get(base)).body).not.toContain('très-secret');
    expect((await administrator.get(base)).json()).toMatchObject({ hasKey: true });
    const { rows } = await here.platform.db.pool.query('SELECT api_key FROM open311_server');
    for (const { api_key } of rows) expect(api_key).toMatch(/^sealed:/);
  });

  it('a private address is refused, and so is who is no administrator', async () => {
    const base = `/api/v1/organizations/${town.departement}/open311-server`;
    const inside = { url: 'http://169.254.169.254/open311', jurisdictionId: null };
    const answer = await administrator.send('POST', `${base}/try`, inside);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().detail).toContain('réseau privé');
    const director = await here.login([{ organizationId: town.metropole, role: 'director' }]);
    expect((await director.send('POST', `${base}/try`, inside)).statusCode).toBe(403);
    expect((await director.get(base)).statusCode).toBe(403);
    expect((await here.resident.get(base)).statusCode).toBe(401);
  });
});

describe('what they answer', () => {
  it.each([
    [
      'wrapped JSON',
      '{"services":[{"service_code":6,"service_name":"Trou"}]}',
      [{ service_code: '6', service_name: 'Trou' }],
    ],
    [
      'XML with a mark and spaces',
      '\ufeff \n<services>\n<service> <service_code> 006 </service_code></service></services>',
      [{ service_code: '006' }],
    ],
    ['an empty list', '<service_requests/>', []],
  ])('%s is read', (_, body, items) => {
    expect(readAnswer(body)).toEqual({ items, isError: false });
  });

  it.each(['', 'bonjour', '<html></html>', '<a><b></a>', '{', 'null'])(
    '« %s » is no answer',
    (body) => {
      expect(readAnswer(body)).toBeNull();
    },
  );
});
