import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../../test/app.ts';
import { staff, type Town } from '../../../../test/staffed-town.ts';
import { reactions } from '../reactions.ts';
import type { ServiceRequest } from '../service-request.ts';

let test: TestApp & Town;
let desk: Caller;
let elected: Caller;
let administrator: Caller;

beforeAll(async () => {
  test = await staff(await createTestApp());
  const { west } = test.organizations;
  desk = await test.login(
    [west, test.organizations.metropole].map((organizationId) => ({
      organizationId,
      role: 'desk',
    })),
  );
  elected = await test.login([{ organizationId: west, role: 'elected' }]);
  administrator = await test.login([{ organizationId: west, role: 'administrator' }]);
  expect(reactions.length).toBeGreaterThan(0);
});
afterAll(() => test.close());

const WORDS = 'Mme Durand (06 12 34 56 78) est tombée dans ce trou. Odile Résidente';
const MASKED = 'Mme [nom] ([téléphone]) est tombée dans ce trou. [nom]';

async function reported(facts: Partial<ServiceRequest> = {}) {
  const request = await test.request({ description: WORDS, ...facts });
  await test.drainJobs();
  return request;
}
const everyone = (id: string) => test.resident.get(`/api/v1/public/service-requests/${id}`);
const textFor = async (id: string) => (await everyone(id)).json().text;
const detailOf = async (id: string) => (await desk.get(`/api/v1/service-requests/${id}`)).json();
const moderate = async (id: string, body: object) => {
  const { version } = await detailOf(id);
  return desk.send('POST', `/api/v1/service-requests/${id}/moderate`, body, {
    'if-match': `"${version}"`,
  });
};
const flag = (id: string, body: object = { reason: 'personal-data' }) =>
  test.resident.send('POST', `/api/v1/public/service-requests/${id}/flags`, body);
const toRead = async () =>
  (await desk.get('/api/v1/public-copies/to-read?limit=100'))
    .json()
    .items.map(({ request }: { request: { id: string } }) => request.id);

async function changeSetting(changes: object) {
  const { version, ...setting } = (await administrator.get('/api/v1/public-copies/setting')).json();
  return administrator.send(
    'PUT',
    '/api/v1/public-copies/setting',
    { ...setting, ...changes },
    { 'if-match': `"${version}"` },
  );
}

describe('a text', () => {
  it('is masked, and shown to everyone once a person has read it', async () => {
    const { id, code } = await reported();
    const before = await everyone(id);
    expect(before.json()).toMatchObject({
      id,
      text: null,
      serviceName: 'Nid-de-poule',
      photos: [],
    });
    expect(before.headers['cache-control']).toBe('public, max-age=60');
    expect(await toRead()).toContain(id);
    expect((await detailOf(id)).publicCopy).toMatchObject({ text: MASKED, textState: 'waiting' });

    expect((await moderate(id, {})).statusCode).toBe(200);
    const after = await everyone(id);
    expect(after.json().text).toBe(MASKED);
    expect(after.body).not.toMatch(/Durand|06 12|Odile/);
    expect(after.body).not.toContain(code);
    expect(await toRead()).not.toContain(id);
    const timeline = await desk.get(`/api/v1/service-requests/${id}/timeline`);
    expect(timeline.json().items.at(-1)).toMatchObject({
      title: 'Texte et photos publics relus',
      detail: 'Texte publié.',
      public: false,
    });
  });

  it('is published in the moderator’s own words, or hidden', async () => {
    const { id } = await reported();
    await moderate(id, { text: 'Un trou a fait tomber quelqu’un.' });
    expect(await textFor(id)).toBe('Un trou a fait tomber quelqu’un.');
    await moderate(id, { hidden: true });
    expect(await textFor(id)).toBeNull();
    expect((await detailOf(id)).description).toBe(WORDS);
  });

  it('is read by those who have the request, never by an elected official', async () => {
    const { id, version } = await reported();
    const answer = await elected.send(
      'POST',
      `/api/v1/service-requests/${id}/moderate`,
      {},
      {
        'if-match': `"${version}"`,
      },
    );
    expect(answer.statusCode).toBe(403);
    expect((await elected.get('/api/v1/public-copies/to-read')).statusCode).toBe(403);
    expect((await test.resident.get('/api/v1/public-copies/to-read')).statusCode).toBe(401);
  });

  it('that a reader flags is hidden until it is read, and stays once it was kept', async () => {
    const { id } = await reported();
    await moderate(id, {});
    expect((await flag(id)).json()).toEqual({ flagged: true });
    expect(await textFor(id)).toBeNull();
    expect(await toRead()).toContain(id);
    await moderate(id, {});
    expect(await textFor(id)).toBe(MASKED);
    await flag(id);
    expect(await textFor(id), 'no one silences a report at will').toBe(MASKED);
    expect(await toRead()).toContain(id);
  });

  it('that is not shown cannot be flagged, nor anything that does not exist', async () => {
    const { id } = await reported();
    expect((await flag(id)).statusCode).toBe(404);
    expect((await flag('01890000-0000-7000-8000-000000000000')).statusCode).toBe(404);
    expect((await flag(id, { reason: 'vengeance' })).statusCode).toBe(400);
  });
});

describe('the territory’s policy', () => {
  it('shows masked texts at once, or none at all', async () => {
    const { id } = await reported();
    expect((await changeSetting({ textPolicy: 'at-once' })).statusCode).toBe(200);
    expect(await textFor(id)).toBe(MASKED);
    expect(await toRead()).not.toContain(id);
    await moderate(id, {});
    await changeSetting({ textPolicy: 'off' });
    expect(await textFor(id)).toBeNull();
    await changeSetting({ textPolicy: 'moderated' });
    expect(await textFor(id)).toBe(MASKED);
  });

  it('is the administrators’ to decide, for the version that they saw, of services that exist', async () => {
    const { version: _, ...setting } = (await desk.get('/api/v1/public-copies/setting')).json();
    const put = (body: object, version: number, who = administrator) =>
      who.send('PUT', '/api/v1/public-copies/setting', body, { 'if-match': `"${version}"` });
    expect((await put(setting, 0, desk)).statusCode).toBe(403);
    expect((await put(setting, 99)).statusCode).toBe(412);
    expect((await put({ ...setting, textPolicy: 'all' }, 0)).statusCode).toBe(400);
    const unknown = { services: { nothing: { shown: false, daysAfterClosing: null } } };
    expect((await changeSetting(unknown)).statusCode).toBe(422);
  });

  it('takes closed requests from the public map after a time, by service', async () => {
    const closed = async (days: number, facts: Partial<ServiceRequest> = {}) => {
      const closedAt = new Date(test.clock.now().getTime() - days * 86_400_000);
      const { id } = await reported({ status: 'done', closedAt, ...facts });
      return id;
    };
    await changeSetting({
      daysAfterClosing: 30,
      services: { lampadaire: { shown: true, daysAfterClosing: 5 } },
    });
    const lamp = { serviceCode: 'lampadaire', serviceName: 'Lampadaire en panne' };
    const ids = {
      recent: await closed(29),
      old: await closed(31),
      recentLamp: await closed(4, lamp),
      oldLamp: await closed(6, lamp),
    };
    const listed: { id: string }[] = (
      await test.resident.get('/api/v1/public/service-requests?status=done&limit=100')
    ).json().items;
    const shown = Object.entries(ids).filter(([, id]) => listed.some((one) => one.id === id));
    expect(shown.map(([name]) => name)).toEqual(['recent', 'recentLamp']);
    expect((await everyone(ids.recent)).statusCode).toBe(200);
    expect((await everyone(ids.oldLamp)).statusCode).toBe(404);
    const map = await test.resident.get(
      '/api/v1/public/service-requests/map?bbox=3.84,43.64,3.86,43.66&zoom=18&status=done',
    );
    const drawn = map
      .json()
      .features.map((one: { properties: { id: string } }) => one.properties.id);
    expect(drawn).toEqual(expect.arrayContaining([ids.recent, ids.recentLamp]));
    expect(drawn).not.toContain(ids.old);
    await changeSetting({ services: { lampadaire: { shown: false, daysAfterClosing: null } } });
    expect((await everyone(ids.recentLamp)).statusCode).toBe(404);
    await changeSetting({ daysAfterClosing: 60, services: {} });
  });
});

describe('a photo', () => {
  async function photographed() {
    const picture = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#888' },
    })
      .jpeg()
      .toBuffer();
    const { id: photoId } = await test.platform.files.upload(test.act(), picture);
    const answer = await test.resident.send('POST', '/api/v1/service-requests', {
      serviceCode: 'nid-de-poule',
      description: 'Un trou',
      point: { lat: 43.65, long: 3.85 },
      photoIds: [photoId],
    });
    await test.drainJobs();
    return { id: answer.json().id as string, photoId };
  }
  const photosFor = async (id: string): Promise<{ id: string; kind: string }[]> =>
    (await everyone(id)).json().photos;
  const load = (id: string, photo: string) =>
    test.resident.get(`/api/v1/public/service-requests/${id}/photos/${photo}`);

  it('is seen by everyone once a person has looked at it, under a name that opens nothing else', async () => {
    const { id, photoId } = await photographed();
    expect(await photosFor(id)).toEqual([]);
    await moderate(id, {});
    const [photo] = await photosFor(id);
    expect(photo).toMatchObject({ kind: 'resident' });
    expect(photo?.id).not.toBe(photoId);
    const seen = await load(id, photo?.id ?? '');
    expect(seen.headers['content-type']).toMatch(/^image\//);
    expect((await test.resident.get(`/api/v1/files/${photo?.id}`)).statusCode).toBe(400);
  });

  it('that is hidden or flagged is gone under its public name too', async () => {
    const { id, photoId } = await photographed();
    await moderate(id, {});
    const [photo] = await photosFor(id);
    const name = photo?.id ?? '';
    expect((await flag(id, { reason: 'personal-data', photoId: name })).statusCode).toBe(200);
    expect(await photosFor(id)).toEqual([]);
    expect((await load(id, name)).statusCode).toBe(404);
    await moderate(id, { hiddenPhotoIds: [photoId] });
    expect((await load(id, name)).statusCode).toBe(404);
    await moderate(id, { hiddenPhotoIds: [] });
    expect((await load(id, name)).statusCode).toBe(200);
  });
});
