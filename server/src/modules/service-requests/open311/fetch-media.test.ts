import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../test/catalogue-of-test.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/platform.ts';
import { foundTestTerritory } from '../../../../test/territory.ts';
import { systemActor } from '../../../platform/acts/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import { importCatalogue } from '../import-catalogue.ts';
import { tasks } from '../index.ts';
import { photosOf } from '../store.ts';
import { submitServiceRequest } from '../submit-service-request.ts';

let test: TestPlatform;
let pictures: Server;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  const photo = await sharp({
    create: { width: 60, height: 40, channels: 3, background: 'orange' },
  })
    .withExif({ IFD0: { Artist: 'Odile Résidente' } })
    .jpeg()
    .toBuffer();
  pictures = createServer((request, response) => {
    asked.push(request.url ?? '');
    const send = (status: number, type: string, body: Buffer | string, headers = {}) =>
      response.writeHead(status, { 'content-type': type, ...headers }).end(body);
    const answers: Record<string, () => void> = {
      '/photo.jpg': () => send(200, 'image/jpeg', photo),
      '/untyped': () => send(200, 'application/octet-stream', photo),
      '/moved': () => send(302, 'text/html', '', { location: '/photo.jpg' }),
      '/inside': () => send(302, 'text/html', '', { location: 'http://169.254.169.254/latest' }),
      '/page': () => send(200, 'text/html; charset=utf-8', '<h1>Album</h1>'),
      '/lying.jpg': () => send(200, 'image/jpeg', '<svg onload="alert(1)"/>'),
      '/gone.jpg': () => send(404, 'image/jpeg', ''),
      '/bomb.jpg': () => send(200, 'image/jpeg', Buffer.alloc(16_000_000)),
      '/moody.jpg': () =>
        asked.filter((url) => url === '/moody.jpg').length < 2
          ? send(503, 'text/plain', '')
          : send(200, 'image/jpeg', photo),
    };
    answers[request.url ?? '']?.();
  });
  await new Promise<void>((done) => pictures.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}`;
  test = await createTestPlatform({ tasks, config: { outboundNetworks: ['127.0.0.1'] } });
  await foundTestTerritory(test);
  await importCatalogue(test.platform, test.act(systemActor('test')), { services: CATALOGUE });
});
afterAll(async () => {
  pictures.close();
  await test.close();
});

async function report(...mediaUrls: string[]) {
  const { id } = await submitServiceRequest(test.platform, test.act(systemActor('test')), {
    serviceCode: 'lampadaire',
    description: 'Éteint',
    point: { lat: 43.63, long: 3.83 },
    address: null,
    answers: {},
    photoIds: [],
    mediaUrls: mediaUrls.map((path) => (path.startsWith('/') ? origin + path : path)),
    channel: 'open311',
    language: 'fr',
    isPublic: true,
  });
  await test.drainJobs();
  const { read } = test.platform.db;
  const photos = await photosOf(read, test.territoryId, [id]);
  const refusals = (await eventsOf(read, test.territoryId, [id]))
    .filter(({ type }) => type === 'service-request.media-refused')
    .map(({ reason }) => reason);
  return { id, photos, refusals };
}

describe('the pictures of which another program gave the address', () => {
  it.each(['/photo.jpg', '/untyped', '/moved'])('%s becomes one of our photos', async (path) => {
    const { photos, refusals } = await report(path);
    expect(refusals).toEqual([]);
    const file = await test.platform.files.read(
      test.territoryId,
      photos[0]?.fileId as string,
      'full',
    );
    expect(file?.type).toBe('image/jpeg');
    // Re-encoded: who took it, and with what, is not kept.
    expect((await sharp(file?.bytes).metadata()).exif).toBeUndefined();
  });

  it.each([
    ['/inside', 'réseau privé'],
    ['http://169.254.169.254/latest/meta-data/', 'réseau privé'],
    ['http://[::1]:5432/', 'réseau privé'],
    ['http://10.0.0.1/photo.jpg', 'réseau privé'],
    ['/page', 'mène à une page'],
    ['/lying.jpg', 'photo acceptée'],
    ['/gone.jpg', '404'],
    ['/bomb.jpg', '15 Mo'],
  ])('%s is refused, and the town reads why and where it was', async (path, reason) => {
    const { photos, refusals } = await report(path);
    expect(photos).toEqual([]);
    expect(refusals).toEqual([expect.stringContaining(reason)]);
    expect(refusals[0]).toContain(path);
  });

  it('of five, one bad takes nothing from the others', async () => {
    const { photos, refusals } = await report('/photo.jpg', '/page', '/moved');
    expect([photos.length, refusals.length]).toEqual([2, 1]);
  });

  it('a server that is down for a while is asked again', async () => {
    const { id, photos } = await report('/moody.jpg');
    expect(photos).toEqual([]);
    await expect
      .poll(
        async () => {
          await test.platform.db.pool.query(
            "UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 minute'",
          );
          await test.drainJobs();
          return photosOf(test.platform.db.read, test.territoryId, [id]);
        },
        { timeout: 10_000 },
      )
      .toHaveLength(1);
  });
});
