import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp } from '../../../test/app.ts';
import { staff } from '../../../test/staffed-town.ts';
import { DEFAULT_CATALOGUE } from '../service-requests/index.ts';
import { importReplyTemplates } from './import-reply-templates.ts';
import { STARTER_TEMPLATES } from './starter/index.ts';

const found = async () =>
  staff(await createTestApp({ config: { publicUrl: 'https://demandes.test' } }));
let town: Awaited<ReturnType<typeof found>>;
let director: Caller;
let desk: Caller;
let neighbour: Caller;

beforeAll(async () => {
  town = await found();
  const { west, east } = town.organizations;
  director = await town.login([{ organizationId: west, role: 'director' }], 'Dominique Directrice');
  desk = await town.login([{ organizationId: west, role: 'desk' }], 'Alix Accueil');
  neighbour = await town.login([{ organizationId: east, role: 'director' }], 'Voisin');
});
afterAll(() => town.close());

const URL = '/api/v1/reply-templates';
const template = (changes: object = {}) => ({
  organizationId: town.organizations.west,
  status: 'published',
  language: 'fr',
  title: 'Nid-de-poule réparé à froid',
  purposes: ['answer'],
  serviceCodes: ['nid-de-poule'],
  serviceGroups: [],
  tags: ['chaussée'],
  subject: 'Votre demande {numéro}',
  body: '{salutation}\n\nLe trou du {lieu} est comblé sous {délai}.\n{lien_suivi}',
  deskNote: 'Demander la profondeur.',
  ...changes,
});

async function created(changes: object = {}, by = director) {
  const answer = await by.send('POST', URL, template(changes));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

const change = (one: { id: string; version: number }, changes: object, by = director) => {
  const { organizationId: _, ...content } = template({ reason: 'Essai', ...changes });
  return by.send('PUT', `${URL}/${one.id}`, content, { 'if-match': `"${one.version}"` });
};

describe('writing', () => {
  it('keeps every version: who changed what, when and why; and goes back to one', async () => {
    const first = await created();
    town.clock.advance(60_000);
    const second = (await change(first, { body: 'Autre {numéro}', reason: 'Trop long' })).json();
    expect(second).toMatchObject({ version: 2, body: 'Autre {numéro}' });
    const restored = await director.send(
      'POST',
      `${URL}/${first.id}/restore`,
      { version: 1, reason: 'Retour' },
      { 'if-match': '"2"' },
    );
    expect(restored.json()).toMatchObject({ version: 3, body: first.body, status: 'published' });
    const { items } = (await desk.get(`${URL}/${first.id}/versions`)).json();
    expect(items).toMatchObject([
      { version: 3, reason: 'Retour', authorName: 'Dominique Directrice' },
      { version: 2, reason: 'Trop long', content: { body: 'Autre {numéro}' } },
      { version: 1, content: { body: first.body }, at: first.updatedAt },
    ]);
    const page = await desk.get(`${URL}/${first.id}/versions?limit=1`);
    const next = await desk.get(
      `${URL}/${first.id}/versions?limit=1&cursor=${page.json().nextCursor}`,
    );
    expect(next.json().items).toMatchObject([{ version: 2 }]);
  });

  it('of two people who change the same version, refuses the second', async () => {
    const one = await created({ title: 'À deux' });
    const answers = await Promise.all([change(one, { body: 'a' }), change(one, { body: 'b' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  it('by the desk makes drafts; publishing is the direction’s', async () => {
    expect((await desk.send('POST', URL, template())).statusCode).toBe(403);
    const draft = await created({ status: 'draft', title: 'Brouillon' }, desk);
    expect(draft).toMatchObject({ mayChange: true, mayPublish: false });
    expect((await change(draft, { status: 'published' }, desk)).statusCode).toBe(403);
    const published = await change(draft, { status: 'published' });
    expect(published.statusCode).toBe(200);
    expect((await change(published.json(), { status: 'draft' }, desk)).statusCode).toBe(403);
    expect((await change(published.json(), {}, neighbour)).statusCode).toBe(404);
  });

  it.each([
    ['an unknown variable', { body: 'Bonjour {prénom}' }, '/body', /prénom.*\{numéro\}/],
    ['a lonely brace', { subject: 'Objet {' }, '/subject', /accolade/],
  ])('with %s is refused, in words', async (_what, changes, pointer, words) => {
    const answer = await director.send('POST', URL, template(changes));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ type: '/problems/reply-templates/unsound-template' });
    expect(answer.json().errors[0].pointer).toBe(pointer);
    expect(answer.json().errors[0].detail).toMatch(words);
  });

  it.each([
    ['10,001 characters', { body: 'a'.repeat(10_001) }],
    ['no purpose', { purposes: [] }],
    ['a purpose of its own', { purposes: ['praise'] }],
    ['a title of spaces', { title: '   ' }],
    ['a field that does not exist', { admin: true }],
  ])('with %s is refused by the schema', async (_what, changes) => {
    expect((await director.send('POST', URL, template(changes))).statusCode).toBe(400);
  });

  it('keeps HTML, right-to-left text and 10,000 characters as they were written', async () => {
    for (const body of ['<script>alert(1)</script>', 'المصباح في شارعنا', 'é'.repeat(10_000)]) {
      expect((await created({ title: 'Texte', body })).body).toBe(body);
    }
  });

  it('for an organization that does not exist is refused', async () => {
    const organizationId = '01890000-0000-7000-8000-000000000000';
    expect((await director.send('POST', URL, template({ organizationId }))).statusCode).toBe(403);
  });
});

describe('finding', () => {
  it('forgives accents and plurals, and shows no other organization’s', async () => {
    await created({ title: 'Élagage des platanes', serviceCodes: [], tags: ['arbres'] });
    const search = async (q: string, by: Caller) =>
      (await by.get(`${URL}?q=${encodeURIComponent(q)}`))
        .json()
        .items.map((one: { title: string }) => one.title);
    expect(await search('elagages', desk)).toEqual(['Élagage des platanes']);
    expect(await search('arbre', desk)).toEqual(['Élagage des platanes']);
    expect(await search('elagages', neighbour)).toEqual([]);
    expect(await search("'); DROP TABLE reply_template; --", desk)).toEqual([]);
  });

  it('pages by title', async () => {
    const first = (await desk.get(`${URL}?limit=2`)).json();
    const second = (await desk.get(`${URL}?limit=2&cursor=${first.nextCursor}`)).json();
    const ids = [...first.items, ...second.items].map((one) => one.id);
    expect(new Set(ids).size).toBe(4);
    expect((await desk.get(`${URL}?cursor=WzFd`)).statusCode).toBe(400);
  });

  it('is nobody’s without an account, nor a crew’s', async () => {
    expect((await town.resident.get(URL)).statusCode).toBe(401);
    const crew = await town.login([{ organizationId: town.organizations.west, role: 'crew' }]);
    expect((await crew.get(URL)).statusCode).toBe(403);
  });
});

describe('answering', () => {
  const suggest = async (id: string, q = '', by = desk, purpose = 'answer') =>
    (
      await by.get(
        `${URL}/suggestions?serviceRequestId=${id}&purpose=${purpose}&q=${encodeURIComponent(q)}`,
      )
    ).json();

  it('proposes what fits the request first, filled for it', async () => {
    const request = await town.request();
    const { items } = await suggest(request.id);
    expect(items[0]).toMatchObject({ fits: 'service' });
    const filled = items.find(
      (one: { title: string }) => one.title === 'Nid-de-poule réparé à froid',
    );
    expect(filled).toMatchObject({
      subject: `Votre demande ${request.code}`,
      body: `Bonjour Odile Résidente,\n\nLe trou du 12 rue des Lilas, Ouestville est comblé sous 30\u00a0jours.\nhttps://demandes.test/suivi/${request.code}`,
      missing: [],
    });
    // A draft is not for residents.
    await created({ title: 'Secret', status: 'draft' }, desk);
    expect(JSON.stringify(await suggest(request.id))).not.toContain('Secret');
  });

  it('finds by what is being typed, unfinished and without accents', async () => {
    const request = await town.request();
    const titles = (await suggest(request.id, 'elag plat')).items.map(
      (one: { title: string }) => one.title,
    );
    expect(titles).toEqual(['Élagage des platanes']);
    expect((await suggest(request.id, '& | ! :* ( \\ \' "')).items).toEqual([]);
    expect((await suggest(request.id, "l'élagage :* &")).items).toHaveLength(1);
  });

  it('says what is missing, and never hides it', async () => {
    await created({ title: 'Visite', body: 'Nous passons le {date_intervention}.' });
    const request = await town.request({
      contact: { name: null, email: null, phone: null, postalAddress: null, preference: null },
    });
    const { items } = await suggest(request.id, 'visite');
    expect(items[0]).toMatchObject({
      body: 'Nous passons le [à compléter : date de l’intervention].',
      missing: [{ variable: 'date_intervention', label: 'date de l’intervention' }],
    });
  });

  it('proposes to who takes a call what can be said already, not filled yet', async () => {
    const forCall = async (description: string, by = desk) => {
      const query = new URLSearchParams({ serviceCode: 'nid-de-poule', description });
      return (await by.get(`${URL}/for-call?${query}`)).json().items;
    };
    const items = await forCall('Un trou dans la chaussée');
    expect(items[0]).toMatchObject({ fits: 'service', subject: 'Votre demande {numéro}' });
    expect(items[0].body).toContain('{salutation}');
    const titles = items.map((one: { title: string }) => one.title);
    expect(titles).not.toContain('Visite');
    // Our own templates are no business of the neighbours.
    expect(await forCall('Un trou dans la chaussée', neighbour)).toEqual([]);
    expect((await town.resident.get(`${URL}/for-call?serviceCode=x`)).statusCode).toBe(401);
  });

  it('is for those who may read the request', async () => {
    const request = await town.request();
    const answer = await neighbour.get(
      `${URL}/suggestions?serviceRequestId=${request.id}&purpose=answer`,
    );
    expect(answer.statusCode).toBe(422);
    const preview = { language: 'fr', subject: '', body: '{nom}', serviceRequestId: request.id };
    expect((await neighbour.send('POST', `${URL}/preview`, preview)).statusCode).toBe(422);
    expect((await desk.send('POST', `${URL}/preview`, preview)).json().body).toBe(
      'Odile Résidente',
    );
    // An expert reads the case, not who reported it.
    const expert = await town.login([{ organizationId: town.organizations.west, role: 'expert' }]);
    const seen = (await expert.send('POST', `${URL}/preview`, preview)).json();
    expect(seen).toMatchObject({ body: '[à compléter : nom du demandeur]' });
  });

  it('is previewed on an example, in either language', async () => {
    const preview = { language: 'en', subject: '{numéro}', body: '{salutation} {échéance}' };
    expect((await desk.send('POST', `${URL}/preview`, preview)).json()).toEqual({
      subject: 'K7QM-2X9D',
      body: 'Hello Camille Martin, Thursday, 12 March 2026',
      missing: [],
    });
    const { items } = (await desk.get(`${URL}/variables`)).json();
    expect(items).toContainEqual({
      name: 'délai',
      label: 'délai habituel',
      example: '10\u00a0jours',
    });
  });
});

describe('the starter set', () => {
  it('is sound, and never mixed with what a town wrote', async () => {
    expect(STARTER_TEMPLATES.length).toBeGreaterThanOrEqual(25);
    const act = town.ownAct();
    expect(await importReplyTemplates(town.platform, act, STARTER_TEMPLATES)).toBe(0);
    const other = await found();
    expect(await importReplyTemplates(other.platform, other.ownAct(), STARTER_TEMPLATES)).toBe(
      STARTER_TEMPLATES.length,
    );
    await other.close();
  });

  it('is for services and groups that the default catalogue has', () => {
    const codes = new Set(DEFAULT_CATALOGUE.map(({ code }) => code));
    const groups = new Set(DEFAULT_CATALOGUE.map(({ group }) => group));
    for (const { serviceCodes, serviceGroups } of STARTER_TEMPLATES) {
      expect(serviceCodes.filter((code) => !codes.has(code))).toEqual([]);
      expect(serviceGroups.filter((group) => !groups.has(group))).toEqual([]);
    }
  });
});
