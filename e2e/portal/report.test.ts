import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { visit } from '../visit.ts';
import { askApi, findInTown } from './town.ts';

type Town = Awaited<ReturnType<typeof findInTown>>;

let town: Town;
let photo: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  town = await findInTown();
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } });
  photo = { name: 'trou.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
});

const different = (page: Page) => page.getByRole('button', { name: 'Non, le mien est différent' });

/** Goes on, past what other tests have reported at the same place. */
async function next(page: Page) {
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.waitForLoadState();
  if ((await different(page).count()) === 0) return;
  await different(page).click();
  await page.waitForLoadState();
}

const send = (page: Page) => page.getByRole('button', { name: 'Envoyer ma demande' }).click();
const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function searchAddress(page: Page) {
  await page.getByLabel('Adresse, rue ou lieu connu').fill(town.address.label);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('button', { name: town.address.label }).first().click();
}

/** As far as the last step, by the shortest way. */
async function reachSending(page: Page) {
  const { lat, long } = town.address.point;
  const query = new URLSearchParams({
    mots: 'Essai : c’est cassé',
    prestation: town.plain.code,
    point: `${lat},${long}`,
    adresse: town.address.label,
  });
  await page.goto(`/signaler/envoi?${query}`);
}

async function codeShown(page: Page): Promise<string> {
  await page.waitForURL(/\/suivi\//);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('%s', (_, javaScriptEnabled) => {
  const visitor = { javaScriptEnabled };

  test('a resident reports in a few touches, from the home page to the code', () =>
    visit(visitor, async (page) => {
      await page.goto('/');
      await page.getByLabel('Que se passe-t-il').fill(town.plain.name);
      await page.getByRole('button', { name: 'Signaler' }).click();
      await page.getByRole('button', { name: town.plain.name }).first().click();
      await searchAddress(page);
      await next(page);
      await page.getByLabel('Photos').setInputFiles([photo]);
      await page.getByLabel('Adresse électronique').fill('jeanne@exemple.fr');
      await send(page);

      const code = await codeShown(page);
      await expect.poll(() => title(page).textContent(), { timeout: 10_000 }).toContain(code);
      expect(await page.getByRole('img', { name: /jointe au signalement/ }).count()).toBe(1);
      const tracking = await askApi<Record<string, unknown>>(`/public/tracking/${code}`);
      expect(tracking).toMatchObject({ serviceName: town.plain.name, status: 'received' });
      expect(tracking.photos).toHaveLength(1);
      expect(JSON.stringify(tracking)).not.toContain('jeanne');
      expect(await page.content()).not.toContain('jeanne');
    }));

  test('an empty first step says what is missing, and offers the list', () =>
    visit(visitor, async (page) => {
      await page.goto('/signaler');
      await next(page);
      await page.getByRole('alert').getByRole('link').click();
      expect(await page.evaluate(() => document.activeElement?.id ?? location.hash)).toMatch(
        /mots/,
      );
      await page.getByRole('link', { name: 'Choisir plutôt dans la liste' }).click();
      expect(await page.getByRole('button', { name: town.plain.name }).count()).toBeGreaterThan(0);
    }));

  test('words can be changed without being typed again', () =>
    visit(visitor, async (page) => {
      await page.goto(`/signaler?mots=${encodeURIComponent(town.plain.name)}`);
      await page.getByRole('link', { name: 'Changer les mots' }).click();
      expect(await page.getByLabel('Avec vos mots').inputValue()).toBe(town.plain.name);
    }));

  test('« back » and « refresh » lose no word', () =>
    visit(visitor, async (page) => {
      await page.goto('/signaler');
      await page.getByLabel('Avec vos mots').fill(town.plain.name);
      await next(page);
      await page.getByRole('button', { name: town.plain.name }).first().click();
      await searchAddress(page);
      await next(page);
      await page.waitForURL(/envoi/);
      await page.reload();
      expect(await page.getByLabel('Ce que vous voyez').inputValue()).toBe(town.plain.name);
      await page.goBack();
      if (page.url().includes('/deja')) await page.goBack();
      await page.goBack();
      await page.goForward();
      await next(page);
      expect(await page.getByText(town.address.label).count()).toBeGreaterThan(0);
      expect(await page.getByLabel('Ce que vous voyez').inputValue()).toBe(town.plain.name);
    }));

  test('a required question that is left out is asked again, with what was answered', () =>
    visit(visitor, async (page) => {
      const asking = await findRequired();
      if (!asking) return;
      await page.goto(`/signaler/questions?prestation=${asking.code}`);
      await next(page);
      await expect.poll(() => page.title()).toMatch(/^Erreur/);
      const link = page.getByRole('alert').getByRole('link').first();
      expect(await link.getAttribute('href')).toMatch(/^#question-/);
    }));

  test('a refused photo or address keeps the words, the other photos and the place', () =>
    visit({ ...visitor, expected: /status of 400/ }, async (page) => {
      await reachSending(page);
      await page.getByLabel('Ce que vous voyez').fill('Un texte\nsur deux lignes');
      await page.getByLabel('Adresse électronique').fill('jeanne');
      const fake = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('bonjour') };
      await page.getByLabel('Photos').setInputFiles([photo, fake]);
      await send(page);

      const faults = page.getByRole('alert').getByRole('listitem');
      await expect.poll(() => faults.count()).toBe(2);
      expect(await page.getByRole('alert').textContent()).toContain('note.txt');
      expect(await page.getByLabel('Ce que vous voyez').inputValue()).toContain('deux lignes');
      expect(await page.getByText('Une photo reçue').count()).toBe(1);

      await page.getByLabel('Adresse électronique').fill('jeanne@exemple.fr');
      await send(page);
      const { photos } = await askApi<{ photos: unknown[] }>(
        `/public/tracking/${await codeShown(page)}`,
      );
      expect(photos).toHaveLength(1);
    }));

  test('a photo that was received can be taken off', () =>
    visit({ ...visitor, expected: /status of 400/ }, async (page) => {
      await reachSending(page);
      await page.getByLabel('Téléphone').fill('zéro six');
      await page.getByLabel('Photos').setInputFiles([photo]);
      await send(page);
      await page.getByRole('button', { name: 'Retirer la photo 1' }).click();
      await expect.poll(() => page.getByText('Une photo reçue').count()).toBe(0);
      expect(await page.getByLabel('Téléphone').inputValue()).toBe('zéro six');
    }));

  test('six photos are refused, five are not the first ones lost', () =>
    visit({ ...visitor, expected: /status of 400/ }, async (page) => {
      await reachSending(page);
      await page.getByLabel('Photos').setInputFiles(Array.from({ length: 6 }, () => photo));
      await send(page);
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('Cinq photos');
    }));

  test('outside the territory, the page says who may be competent', () =>
    visit(visitor, async (page) => {
      await page.goto(`/signaler/lieu?prestation=${town.plain.code}&point=48.85,2.35`);
      const notice = page.getByText('Nous n’intervenons pas à cet endroit');
      expect(await notice.count()).toBe(1);
      expect(await page.getByText('adressez-vous à la mairie').count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Continuer' }).count()).toBe(0);
    }));

  test('words that no address matches can be kept as the place', () =>
    visit(visitor, async (page) => {
      await page.goto(`/signaler/lieu?prestation=${town.plain.code}`);
      await page.getByLabel('Adresse, rue ou lieu connu').fill('zzxqw derrière le grand chêne');
      await page.getByRole('button', { name: 'Chercher' }).click();
      await page.getByRole('button', { name: /comme lieu/ }).click();
      await send(page);
      const tracking = await askApi<{ place: string }>(`/public/tracking/${await codeShown(page)}`);
      expect(tracking.place).toContain('grand chêne');
    }));

  test('pressing the drawn plan goes nearer, then chooses the place under the finger', () =>
    visit(visitor, async (page) => {
      const { lat, long } = town.address.point;
      await page.goto(`/signaler/lieu?prestation=${town.plain.code}&vue=${lat},${long},11`);
      const plan = page.getByRole('button', { name: /Plan de la ville/ });
      for (let press = 0; press < 3; press++) {
        // The picture is centred where it was pressed: the middle stays the middle.
        await plan.click({ position: { x: 160, y: 160 } });
        await page.waitForLoadState();
      }
      expect(await page.getByText('Lieu choisi').count()).toBe(1);
      await next(page);
      const point = new URL(page.url()).searchParams.get('point')?.split(',').map(Number) ?? [];
      expect(point[0]).toBeCloseTo(lat, 3);
      expect(point[1]).toBeCloseTo(long, 3);
    }));
});

test('two presses, or the same form sent again, are one report', () =>
  visit({ javaScriptEnabled: false }, async (page) => {
    await reachSending(page);
    const form = page.locator('form[method="POST"]');
    const [key, action] = await Promise.all([
      form.locator('[name="cle"]').inputValue(),
      form.getAttribute('action'),
    ]);
    const once = () =>
      page.request.post(action ?? '', {
        headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
        multipart: { cle: key, description: 'Deux fois', photos: photo },
        maxRedirects: 0,
      });
    const answers = await Promise.all([once(), once()]);
    const later = await once();
    const places = [...answers, later].map((answer) => answer.headers().location);
    expect(places[0]).toMatch(/^\/suivi\//);
    expect(new Set(places).size).toBe(1);
  }));

test('another site cannot send a form in the reader’s name', () =>
  visit({ javaScriptEnabled: false }, async (page) => {
    const answer = await page.request.post(`/signaler/envoi?prestation=${town.plain.code}`, {
      headers: { origin: 'https://ailleurs.example' },
      form: { description: 'Essai' },
    });
    expect(answer.status()).toBe(403);
  }));

test('the whole journey is done by keyboard alone', () =>
  visit({ javaScriptEnabled: false }, async (page) => {
    const { keyboard } = page;
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: one } = document;
        return `${one?.getAttribute('name') ?? ''} ${one?.textContent?.trim() ?? ''}`;
      });
    /** Tabs until the thing is reached; a reader would not go on for ever. */
    const reach = async (wanted: string) => {
      for (let tabs = 0; tabs < 60; tabs++) {
        await keyboard.press('Tab');
        if ((await focused()).includes(wanted)) return;
      }
      throw new Error(`« ${wanted} » is not reached by keyboard on ${page.url()}`);
    };
    const settle = async (address: RegExp) => page.waitForURL(address);

    await page.goto('/');
    await keyboard.press('Tab');
    expect(await focused()).toContain('Aller au contenu');
    await keyboard.press('Enter');
    await reach('mots');
    await keyboard.type(town.plain.name);
    await reach('Signaler');
    await keyboard.press('Enter');
    await settle(/signaler\?mots/);
    await reach(town.plain.name);
    await keyboard.press('Enter');
    await settle(/lieu/);
    await reach('recherche');
    await keyboard.type(town.address.label);
    await keyboard.press('Enter');
    await settle(/recherche=/);
    await reach(town.address.label);
    await keyboard.press('Enter');
    await settle(/point=/);
    await reach('Continuer');
    await keyboard.press('Enter');
    await settle(/deja|envoi/);
    if ((await different(page).count()) > 0) {
      await reach('Non, le mien est différent');
      await keyboard.press('Enter');
      await settle(/envoi/);
    }
    await reach('Envoyer ma demande');
    await keyboard.press('Enter');
    expect(await codeShown(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  }));

async function findRequired() {
  for (const { code, hasQuestions } of town.services) {
    if (!hasQuestions) continue;
    const { questions } = await askApi<{ questions: { required: boolean }[] }>(`/services/${code}`);
    if (questions.some(({ required }) => required)) return { code };
  }
  return undefined;
}
