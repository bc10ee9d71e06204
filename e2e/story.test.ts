import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateDemonstration } from '../demo/generate.ts';
import { DEMONSTRATION_PASSWORD } from '../demo/load/accounts.ts';
import { SEED } from '../demo/load.ts';
import type { Person } from '../demo/types.ts';
import { parisDate } from '../server/src/platform/clock/index.ts';
import { askApi } from './portal/town.ts';
import { productUrl } from './product.ts';
import { DESK, PHONE, visit } from './visit.ts';

/** The people of the demonstration who repair a lamp of its largest commune. */
interface Cast {
  desk: Person;
  dispatcher: Person;
  worker: Person;
  crewName: string;
  director: Person;
  address: string;
}

let cast: Cast;
let photo: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  const { people, crews, organizations } = generateDemonstration({ seed: SEED, today: new Date() });
  const town = organizations.find(({ kind }) => kind === 'commune')?.slug;
  const lamps = crews.find((crew) => crew.organization === town && /clairage/.test(crew.name));
  const one = (role: Person['role']) =>
    people.find((person) => person.role === role && person.organization === town) as Person;
  const worker = people.find(({ crew }) => crew === lamps?.id) as Person;
  const address = await anAddressIn(
    organizations.find(({ slug }) => slug === town)?.communeCodes[0],
  );
  cast = {
    desk: one('desk'),
    dispatcher: one('dispatcher'),
    director: one('director'),
    worker,
    crewName: lamps?.name ?? '',
    address,
  };
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: '#c93' } });
  photo = { name: 'lampe.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
});

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('a resident’s words become a repaired lamp, the portal %s', (_, javaScriptEnabled) => {
  test('resident, desk, dispatcher, crew, resident, director', async () => {
    const before = await figures();
    let code = '';

    await visit({ javaScriptEnabled, viewport: PHONE }, async (page) => {
      code = await reportDeadLamp(page);
      expect(await page.getByText('Reçue').count()).toBeGreaterThan(0);
    });

    let id = '';
    await asColleague(cast.desk, async (page) => {
      await page.goto(`/console?q=${code}`);
      const row = page.locator('a[data-request]').first();
      id = (await row.getAttribute('data-request')) ?? '';
      await page.goto(`/console/demandes/${id}`);
      await page.getByRole('button', { name: 'Noter' }).click();
      await page
        .getByLabel('Note', { exact: true })
        .fill('La personne a rappelé : rue très sombre.');
      await page.getByRole('button', { name: 'Ajouter' }).click();
      await page.getByText('Note ajoutée.').waitFor();
    });

    await asColleague(cast.dispatcher, async (page) => {
      await page.goto(`/console/demandes/${id}`);
      await page.getByText('La personne a rappelé').waitFor();
      await page.getByRole('button', { name: 'Prendre en charge' }).click();
      const grid = page.getByRole('form', { name: 'Prendre en charge' });
      await grid.getByRole('button', { name: 'Prendre en charge' }).click();
      await page.getByText('Demande prise en charge.').waitFor();
      await page.keyboard.press('p');
      const plan = page.getByRole('form', { name: 'Planifier une intervention' });
      const crews = plan.getByLabel('Équipe', { exact: true });
      const ours = crews.getByRole('option', { name: cast.crewName });
      await crews.selectOption((await ours.getAttribute('value')) ?? '');
      // The light is needed tonight, not on the next working day.
      await plan.getByLabel('Jour', { exact: true }).fill(parisDate(new Date()));
      await plan.getByLabel('Consignes pour l’équipe').fill('Prendre la nacelle.');
      await plan.getByRole('button', { name: 'Planifier' }).click();
      await page.getByText('Intervention planifiée.').waitFor();
    });
    await expect.poll(() => statusOf(code)).toBe('planned');

    // The phone asks first whether a session is open: 401 is the answer.
    const phone = { viewport: PHONE, hasTouch: true, isMobile: true, expected: /401/ };
    await visit(phone, async (page) => {
      await page.goto('/terrain');
      await page.getByLabel('Adresse électronique').fill(cast.worker.email);
      await page.getByLabel('Mot de passe', { exact: true }).fill(DEMONSTRATION_PASSWORD);
      await page.getByRole('button', { name: 'Me connecter' }).tap();
      await page.getByRole('heading', { name: 'Ma journée' }).waitFor();
      await page.goto(`/terrain/intervention/${await orderOf(id)}`);
      await page.getByText('Prendre la nacelle.').waitFor();
      await tap(page, 'Commencer');
      await page.getByText('Prendre une photo').waitFor();
      await page.locator('input[type=file]').setInputFiles([photo]);
      await page.locator('li img').first().waitFor();
      await tap(page, 'Terminé');
      await tap(page, 'Lampe remplacée');
      await tap(page, 'Oui, c’est terminé');
      await expect.poll(() => statusOf(code), { timeout: 20_000 }).toBe('done');
    });

    await visit({ javaScriptEnabled, viewport: PHONE }, async (page) => {
      await page.goto(`/suivi/${code}`);
      const words = (await page.getByRole('main').textContent()) ?? '';
      expect(words).toContain('Terminée');
      expect(words).toContain('Lampe remplacée');
      expect(words).not.toContain('rue très sombre');
      await expect
        .poll(() =>
          page
            .locator('main img')
            .last()
            .evaluate((image: HTMLImageElement) => image.naturalWidth),
        )
        .toBeGreaterThan(0);
    });
    await expect.poll(() => mailsSent(id), { timeout: 20_000 }).toBeGreaterThanOrEqual(2);

    await expect.poll(async () => (await figures()).closed).toBe(before.closed + 1);
    await asColleague(cast.director, async (page) => {
      await page.goto('/console/indicateurs');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page
        .getByText(/demandes? reçues?/i)
        .first()
        .waitFor();
    });
  }, 120_000);
});

/** Taps what carries these words, whether it acts or leads on. */
const tap = (page: Page, name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .tap();

/** From the home page to the code, as somebody in a hurry does. */
async function reportDeadLamp(page: Page): Promise<string> {
  await page.goto('/');
  await page.getByLabel('Que se passe-t-il').fill('Le lampadaire devant chez moi est éteint');
  await page.getByRole('button', { name: 'Signaler' }).click();
  await page.getByRole('button', { name: 'Lampadaire éteint' }).first().click();
  if (/questions|precisions/.test(page.url())) {
    await page.getByRole('button', { name: 'Continuer' }).click();
  }
  await page.getByLabel('Adresse, rue ou lieu connu').fill(cast.address);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('button', { name: cast.address }).first().click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.waitForLoadState();
  const different = page.getByRole('button', { name: 'Non, le mien est différent' });
  if ((await different.count()) > 0) await different.click();
  await page.getByLabel('Adresse électronique').fill('camille@resident.example');
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await page.waitForURL(/\/suivi\//);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

async function asColleague(person: Person, act: (page: Page) => Promise<void>): Promise<void> {
  await visit({ viewport: DESK, timezoneId: 'Europe/Paris', expected: /401/ }, async (page) => {
    await page.goto('/console/connexion');
    await page.getByLabel('Adresse électronique').fill(person.email);
    await page.getByLabel('Mot de passe').fill(DEMONSTRATION_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Rubriques' }).waitFor();
    await act(page);
  });
}

const sessions = new Map<string, string>();

/** Asks the API under the name of one of the cast. */
async function ask<T>(person: Person, path: string): Promise<T> {
  let cookie = sessions.get(person.email);
  if (!cookie) {
    const answer = await fetch(`${productUrl()}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: person.email, password: DEMONSTRATION_PASSWORD }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    sessions.set(person.email, cookie);
  }
  return askApi(path, { headers: { cookie } });
}

const statusOf = async (code: string) =>
  (await askApi<{ status: string }>(`/public/tracking/${code}`)).status;

async function orderOf(id: string): Promise<string> {
  const request = await ask<{ workOrder: { id: string } }>(
    cast.dispatcher,
    `/service-requests/${id}`,
  );
  return request.workOrder.id;
}

async function mailsSent(id: string): Promise<number> {
  const { items } = await ask<{ items: { status: string }[] }>(
    cast.dispatcher,
    `/messages?serviceRequestId=${id}`,
  );
  return items.filter(({ status }) => status === 'sent').length;
}

const figures = () => ask<{ closed: number }>(cast.director, '/indicators/overview');

/** An address of the commune, as the search gives it. */
async function anAddressIn(communeCode: string | undefined): Promise<string> {
  const { items: organizations } = await askApi<{ items: { code: string; name: string }[] }>(
    '/organizations',
  );
  const commune = organizations.find(({ code }) => code === communeCode)?.name ?? '';
  const { items } = await askApi<{ items: { kind: string; label: string }[] }>(
    `/places?q=${encodeURIComponent(`3 rue ${commune}`)}&limit=20`,
  );
  const address = items.find(({ kind, label }) => kind === 'address' && label.includes(commune));
  if (!address) throw new Error(`${commune} has no address`);
  return address.label;
}
