import { afterEach, describe, expect, it } from 'vitest';
import { createTestApp } from '../../../test/app.ts';
import { headerOf, type ReceivedMail, startMailServer } from '../../../test/mail-server.ts';
import { staff } from '../../../test/staffed-town.ts';
import { makeTown } from '../../../test/town.ts';
import { readSubject } from '../../platform/personal-data/index.ts';
import { tasks as messageTasks } from '../messages/index.ts';
import { importPlaces } from '../places/index.ts';
import { personalData } from './personal-data.ts';
import { tasks } from './tasks.ts';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const api = (path: string) => `/api/v1${path}`;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** On the first street of `makeTown`, in its park, and far from both. */
const IN_STREET = { lat: 43.60202, long: 3.8032 };
const IN_PARK = { lat: 43.607, long: 3.832 };
const ELSEWHERE = { lat: 43.68, long: 3.88 };

/** A Tuesday of long ago at ten in Paris, so that every job of the past is due. */
async function townWithMail(at = '2020-01-07T09:00:00Z') {
  const mail = await startMailServer();
  open.push(mail);
  const app = await createTestApp({
    at,
    config: {
      publicUrl: 'https://demandes.ouestville.example',
      smtp: { url: mail.url, from: 'Ouestville <ne-pas-repondre@ouestville.example>' },
    },
  });
  open.push(app);
  const town = await staff(app);
  await importPlaces(town.platform, town.ownAct(), makeTown(3, 4));
  const { west } = town.organizations;
  return {
    ...town,
    received: mail.received,
    report: (point: { lat: number; long: number }) => town.request({ point, communeId: west }),
    /** As the scheduler does every five minutes. */
    async pass(ms = 0) {
      await town.drainJobs();
      town.clock.advance(ms);
      await tasks['following/tell-news']?.(town.platform, {});
      await town.drainJobs();
    },
    /** The reporters of the test have an address too, and the question whether one follows is another mail. */
    newsFor: (address: string) =>
      mail.received.filter(
        (one) => one.to.includes(address) && textOf(one).includes('Voici les nouvelles de'),
      ),
  };
}
type Town = Awaited<ReturnType<typeof townWithMail>>;

function textOf({ data }: ReceivedMail): string {
  const [, body = ''] = /text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(data) ?? [];
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

async function areaAt(town: Town, point: { lat: number; long: number }, kind: string) {
  const { items } = (
    await town.resident.get(api(`/places/areas?lat=${point.lat}&long=${point.long}`))
  ).json();
  return items.find((area: { kind: string }) => area.kind === kind);
}

/** Follows, and says yes by the link of the mail. @returns the key */
async function follow(
  town: Town,
  area: { kind: string; id: string },
  frequency: string,
  address = 'voisine@exemple.fr',
): Promise<string> {
  const path = api(`/public/areas/${area.kind}/${area.id}/followers`);
  expect((await town.resident.send('POST', path, { address, frequency })).statusCode).toBe(202);
  await town.drainJobs();
  const mail = town.received.findLast(({ to }) => to.includes(address)) as ReceivedMail;
  const key = /\/suivi\/([\w-]+)\/confirmer/.exec(textOf(mail))?.[1] ?? '';
  const yes = await town.resident.send('POST', api(`/public/followers/${key}/confirm`));
  expect(yes.statusCode).toBe(200);
  return key;
}

describe('following a street, a park or a commune', () => {
  it('tells at once what happens there, once, with the public page and no word of anybody', async () => {
    const town = await townWithMail();
    const street = await areaAt(town, IN_STREET, 'street');
    expect(street).toMatchObject({
      name: expect.stringContaining('Fontaine'),
      communeName: 'Ouestville',
    });
    const key = await follow(town, street, 'immediate');
    const request = await town.report(IN_STREET);
    await town.report(ELSEWHERE);
    await town.pass();
    await town.pass(HOUR_MS);

    const [mail, ...others] = town.newsFor('voisine@exemple.fr');
    expect(others).toEqual([]);
    const text = textOf(mail as ReceivedMail);
    expect(text).toContain(street.name);
    expect(text).toContain('Demande reçue');
    expect(text).toContain(`https://demandes.ouestville.example/carte/${request.id}`);
    expect(text).not.toContain('Un trou profond');
    expect(text).not.toContain(request.code);
    expect(headerOf((mail as ReceivedMail).data, 'List-Unsubscribe-Post')).toBe(
      'List-Unsubscribe=One-Click',
    );
    expect(headerOf((mail as ReceivedMail).data, 'List-Unsubscribe')).toBe(
      `<https://demandes.ouestville.example/suivi/${key}/arret>`,
    );
  });

  it('gathers what happens until the morning, or until Monday, and is silent when nothing does', async () => {
    const town = await townWithMail();
    const park = await areaAt(town, IN_PARK, 'park');
    const { west } = town.organizations;
    await follow(town, park, 'daily', 'chaque-jour@exemple.fr');
    await follow(town, { kind: 'commune', id: west }, 'weekly', 'chaque-semaine@exemple.fr');
    await town.report(IN_PARK);
    await town.report(IN_PARK);
    await town.report(ELSEWHERE);
    await town.pass(HOUR_MS);
    expect(town.newsFor('chaque-jour@exemple.fr')).toEqual([]);
    await town.pass(22 * HOUR_MS);
    const [daily, ...more] = town.newsFor('chaque-jour@exemple.fr');
    expect(more).toEqual([]);
    expect(textOf(daily as ReceivedMail).match(/Demande reçue/g)).toHaveLength(2);
    expect(town.newsFor('chaque-semaine@exemple.fr')).toEqual([]);
    await town.pass(5 * 24 * HOUR_MS);
    const [weekly] = town.newsFor('chaque-semaine@exemple.fr');
    expect(textOf(weekly as ReceivedMail).match(/Demande reçue/g)).toHaveLength(3);
    await town.pass(14 * 24 * HOUR_MS);
    expect(town.newsFor('chaque-jour@exemple.fr')).toHaveLength(1);
    expect(town.newsFor('chaque-semaine@exemple.fr')).toHaveLength(1);
  });

  it('waits for the end of the quiet hours', async () => {
    // 22:00 in Paris on a Monday that is to come, so that the database keeps what must wait.
    const town = await townWithMail('2040-01-09T21:00:00Z');
    await follow(town, await areaAt(town, IN_STREET, 'street'), 'immediate');
    await town.report(IN_STREET);
    await town.pass();
    const { rows } = await town.platform.db.pool.query(
      "SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'messages/send'",
    );
    expect(rows).toEqual([{ run_at: new Date('2040-01-10T07:00:00Z') }]);
  });

  it('does not leave when what it had to tell is public no more, and the console says why', async () => {
    const town = await townWithMail('2040-01-09T21:00:00Z');
    await follow(town, await areaAt(town, IN_STREET, 'street'), 'immediate');
    await town.report(IN_STREET);
    await town.pass();
    const administrator = await town.login([
      { organizationId: town.organizations.west, role: 'administrator' },
    ]);
    const setting = api('/public-copies/setting');
    const { version, ...shown } = (await administrator.get(setting)).json();
    const hidden = await administrator.send(
      'PUT',
      setting,
      { ...shown, services: { 'nid-de-poule': { shown: false, daysAfterClosing: null } } },
      { 'if-match': `"${version}"` },
    );
    expect(hidden.statusCode).toBe(200);
    const { pool } = town.platform.db;
    const message = async () =>
      (await pool.query("SELECT id, status, obstacle FROM message WHERE kind = 'area-news'"))
        .rows[0];
    const { id: messageId, status } = await message();
    expect(status).toBe('queued');
    await messageTasks['messages/send']?.(town.platform, {
      territoryId: town.territoryId,
      messageId,
    });
    expect(await message()).toMatchObject({ status: 'failed', obstacle: 'outdated' });
    expect(town.newsFor('voisine@exemple.fr')).toEqual([]);
  });

  it('tells nothing that is no longer public, and nothing to who ended it', async () => {
    const town = await townWithMail();
    const street = await areaAt(town, IN_STREET, 'street');
    const key = await follow(town, street, 'daily');
    await town.report(IN_STREET);
    await town.request({
      point: IN_STREET,
      serviceCode: 'unsorted',
      serviceName: 'À préciser',
    });
    await town.pass();
    const { rows } = await town.platform.db.pool.query('SELECT * FROM follower_news');
    expect(rows).toHaveLength(1);
    expect((await town.resident.send('POST', api(`/public/followers/${key}/end`))).statusCode).toBe(
      204,
    );
    await town.pass(48 * HOUR_MS);
    expect(town.newsFor('voisine@exemple.fr')).toEqual([]);
    expect((await town.platform.db.pool.query('SELECT * FROM follower_news')).rows).toEqual([]);
  });

  it('can be slowed down, and is forgotten with whoever asks to be', async () => {
    const town = await townWithMail();
    const key = await follow(town, await areaAt(town, IN_PARK, 'park'), 'immediate');
    const slower = await town.resident.send('POST', api(`/public/followers/${key}/frequency`), {
      frequency: 'weekly',
    });
    expect(slower.json()).toMatchObject({ frequency: 'weekly', subject: 'Parc du Lavoir' });
    await town.report(IN_PARK);
    await town.pass(HOUR_MS);
    expect(town.newsFor('voisine@exemple.fr')).toEqual([]);
    await town.platform.db.transaction(async (tx) => {
      const { platform, territoryId } = town;
      const subject = readSubject({ emails: ['voisine@exemple.fr'] });
      await personalData.erase?.(platform, tx, territoryId, subject, town.clock.now());
    });
    const left = await town.platform.db.pool.query(
      'SELECT 1 FROM follower UNION ALL SELECT 1 FROM follower_news',
    );
    expect(left.rows).toEqual([]);
  });

  it('is found by name, and survives a new import of the map, feed included', async () => {
    const town = await townWithMail();
    const search = async (q: string) =>
      (await town.resident.get(api(`/places/areas?q=${encodeURIComponent(q)}`))).json().items;
    const [park] = await search('parc lavoir');
    expect(park).toMatchObject({ kind: 'park', name: 'Parc du Lavoir' });
    expect((await search('ouestvile'))[0]).toMatchObject({ kind: 'commune', name: 'Ouestville' });
    const [street] = await search('rue fontaine');
    expect(street.kind).toBe('street');
    const request = await town.report(IN_STREET);
    await importPlaces(town.platform, town.ownAct(), makeTown(4, 3));
    expect((await search('rue fontaine'))[0].id).toBe(street.id);
    expect((await search('parc lavoir'))[0].id).toBe(park.id);
    const feed = await town.resident.get(api(`/public/areas/street/${street.id}/feed.json`));
    expect(feed.json().items.map(({ url }: { url: string }) => url)).toEqual([
      `https://demandes.ouestville.example/carte/${request.id}`,
    ]);
    const other = await town.resident.get(api(`/public/areas/park/${park.id}/news`));
    expect(other.json().items).toEqual([]);
    const unknown = api(`/public/areas/street/${park.id}/followers`);
    const refused = await town.resident.send('POST', unknown, {
      address: 'a@exemple.fr',
      frequency: 'daily',
    });
    expect(refused.statusCode).toBe(422);
  });
});
