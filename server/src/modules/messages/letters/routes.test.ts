import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp } from '../../../../test/app.ts';
import { staff } from '../../../../test/staffed-town.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import { readContact, setCommitments } from '../../service-requests/index.ts';

const found = async () =>
  staff(await createTestApp({ config: { publicUrl: 'https://demandes.test' } }));
let town: Awaited<ReturnType<typeof found>>;
let desk: Caller;
let neighbour: Caller;

beforeAll(async () => {
  town = await found();
  const { west, east } = town.organizations;
  desk = await town.login([{ organizationId: west, role: 'desk' }]);
  neighbour = await town.login([{ organizationId: east, role: 'desk' }]);
});
afterAll(() => town.close());

const contact = readContact({
  name: 'Odile Résidente',
  postalAddress: '12 rue des Lilas\n99100 OUESTVILLE',
  preference: 'letter',
});

const toPrint = async () => (await desk.get('/api/v1/letters')).json();

async function answered(message: string, who = contact, subject?: string) {
  const request = await town.request({ contact: who });
  await town.drainJobs();
  town.clock.advance(1_000);
  const answer = await desk.send(
    'POST',
    `/api/v1/service-requests/${request.id}/answer`,
    { message, ...(subject && { subject }) },
    { 'if-match': '"1"' },
  );
  expect(answer.statusCode, answer.body).toBe(200);
  await town.drainJobs();
  return request;
}

async function textOf(pdf: Buffer): Promise<string[]> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const { items } = await (await file.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replaceAll(/\s+/g, ' ');
    }),
  );
}

describe('letters', () => {
  it('wait to be printed, leave in one file, and are marked once', async () => {
    const words = 'Bonjour Odile Résidente,\n\nLe trou est comblé.';
    const request = await answered(words, contact, 'ENEDIS, suite');
    const { items, toPrint: count } = await toPrint();
    expect(items).toMatchObject([
      { kind: 'received', code: request.code, recipient: 'Odile Résidente', status: 'to-print' },
      { kind: 'answered', code: request.code },
    ]);
    expect(count).toBe(2);
    const ids = items.map(({ id }: { id: string }) => id);
    const file = await desk.get(`/api/v1/letters/print?ids=${ids.join(',')}`);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
    });
    const pages = await textOf(file.rawPayload);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Bonjour Odile Résidente,');
    expect(pages[0]).toContain('bien reçu');
    expect(pages[1]).toContain('99100 OUESTVILLE');
    expect(pages[1]).toContain('Ouestville, le 24 novembre 2026');
    expect(pages[1]).toContain('Objet : ENEDIS, suite');
    expect(pages[1]).toContain('Le trou est comblé.');
    expect(pages[1]).toContain(`https://demandes.test/suivi/${request.code}`);
    // Whole as it was written: greeted once.
    expect(pages[1]?.match(/Bonjour/g)).toHaveLength(1);

    // Printing alone says nothing; saying it twice says it once; printing again stays possible.
    expect((await toPrint()).toPrint).toBe(2);
    const printed = () => desk.send('POST', '/api/v1/letters/printed', { ids });
    const answers = await Promise.all([printed(), printed()]);
    expect(answers.map((answer) => answer.json().count).sort()).toEqual([0, 2]);
    expect(await toPrint()).toMatchObject({ items: [], toPrint: 0 });
    const done = (await desk.get('/api/v1/letters?status=printed')).json();
    expect(done.items.map(({ id }: { id: string }) => id)).toEqual([...ids].reverse());
    const again = await desk.get(`/api/v1/letters/print?ids=${ids.join(',')}`);
    expect(await textOf(again.rawPayload)).toEqual(pages);
    const events = await eventsOf(town.platform.db.read, town.territoryId, ids);
    expect(events.filter(({ type }) => type === 'message.printed')).toHaveLength(2);
    expect(JSON.stringify(events)).not.toMatch(/Odile|Lilas/);
  });

  it('acknowledge an administrative demand with what silence comes to, and what happens next', async () => {
    const { platform } = town;
    const act = town.ownAct();
    await setCommitments(
      platform,
      { ...act, expectedVersion: 0 },
      {
        week: { openings: { 1: [['08:00', '17:00']] }, holidays: 'common' },
        promises: [],
        procedures: [
          {
            serviceCode: 'lampadaire',
            silence: 'rejection',
            months: 2,
            source: 'CRPA L231-4',
          },
        ],
        reason: 'Essai',
      },
    );
    const admin = await town.login([
      { organizationId: town.organizations.west, role: 'administrator' },
    ]);
    const url = '/api/v1/services/lampadaire/next-steps';
    const nextSteps = {
      fr: 'L’équipe cherche la panne.',
      plain: 'Une équipe vient voir.',
      en: 'The crew looks for the fault.',
    };
    const say = (version: number, by = admin) =>
      by.send('PUT', url, { nextSteps }, { 'if-match': `"${version}"` });
    expect((await say(1, desk)).statusCode).toBe(403);
    expect((await say(7)).statusCode).toBe(412);
    const { version } = (await town.resident.get('/api/v1/services/lampadaire')).json();
    const answers = await Promise.all([say(version), say(version)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);

    const request = await town.request({
      contact,
      serviceCode: 'lampadaire',
      serviceName: 'Lampadaire en panne',
    });
    await town.drainJobs();
    const { items } = await toPrint();
    const ids = items
      .filter(({ code }: { code: string }) => code === request.code)
      .map(({ id }: { id: string }) => id);
    const [page = ''] = await textOf(
      (await desk.get(`/api/v1/letters/print?ids=${ids.join(',')}`)).rawPayload,
    );
    expect(page).toContain(nextSteps.fr);
    expect(page).toMatch(/réputée ?rejetée à cette date, .*CRPA L231-4/);
    expect(page).toContain('tribunal administratif');
    const tracking = `/api/v1/public/tracking/${request.code}`;
    const legal = { silence: 'rejection', lastDay: '2027-01-24', source: 'CRPA L231-4' };
    expect((await town.resident.get(tracking)).json()).toMatchObject({
      serviceSteps: nextSteps.fr,
      legal: { ...legal, passed: false },
    });
    const inEnglish = await town.resident.get(tracking, { 'accept-language': 'en' });
    expect(inEnglish.json()).toMatchObject({ serviceSteps: nextSteps.en });
    const easy = await town.resident.get(`${tracking}?plain=true`);
    expect(easy.json()).toMatchObject({ serviceSteps: nextSteps.plain });
    await desk.send('POST', '/api/v1/letters/printed', { ids });
  });

  it('are their own organization’s', async () => {
    await answered('Réponse');
    const { items } = await toPrint();
    const ids = items.map(({ id }: { id: string }) => id);
    expect((await neighbour.get('/api/v1/letters')).json().items).toEqual([]);
    expect((await neighbour.get(`/api/v1/letters/print?ids=${ids.join(',')}`)).statusCode).toBe(
      404,
    );
    expect((await neighbour.send('POST', '/api/v1/letters/printed', { ids })).statusCode).toBe(404);
    expect((await town.resident.get('/api/v1/letters')).statusCode).toBe(401);
    const elected = await town.login([
      { organizationId: town.organizations.west, role: 'elected' },
    ]);
    expect((await elected.get('/api/v1/letters')).statusCode).toBe(403);
    expect((await desk.get('/api/v1/letters/print?ids=x')).statusCode).toBe(400);
    await desk.send('POST', '/api/v1/letters/printed', { ids });
  });

  it('forget an address that was erased', async () => {
    const request = await answered('Réponse');
    const { items } = await toPrint();
    await town.platform.db.pool.query(
      'UPDATE service_request SET contact_postal_address = NULL WHERE id = $1',
      [request.id],
    );
    const ids = items.map(({ id }: { id: string }) => id).join(',');
    expect((await desk.get(`/api/v1/letters/print?ids=${ids}`)).statusCode).toBe(409);
  });
});

describe('the answer of a request', () => {
  it('is printed at once, whatever way it left by', async () => {
    const email = readContact({ name: 'Odile', email: 'odile@exemple.fr' });
    const request = await answered('Nous avons <b>réparé</b> المصباح.', email);
    const url = `/api/v1/service-requests/${request.id}/answer.pdf`;
    const [page] = await textOf((await desk.get(url)).rawPayload);
    expect(page).toContain('Bonjour Odile,');
    expect(page).toContain('Nous avons <b>réparé</b> […].');
    expect((await neighbour.get(url)).statusCode).toBe(403);
  });

  it('is not, as long as there is none', async () => {
    const request = await town.request({ contact });
    const answer = await desk.get(`/api/v1/service-requests/${request.id}/answer.pdf`);
    expect(answer.statusCode).toBe(409);
    expect(answer.json().type).toBe('/problems/messages/nothing-to-print');
  });
});
