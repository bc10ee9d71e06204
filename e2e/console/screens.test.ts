import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { type Colleague, DESK_SCREEN, type Office, openOffice, PHONE } from './office.ts';

/** Where to leave pictures of the screens, for people: `SCREENSHOTS=test-results/console`. */
const PICTURES = process.env.SCREENSHOTS;

let office: Office;
let request: string;
let workOrder: string;
beforeAll(async () => {
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
  office = await openOffice();
  const contact = { name: 'Jeanne Martin', email: 'jeanne@exemple.fr', phone: '06 12 34 56 78' };
  for (let index = 0; index < 6; index++) {
    const point = { lat: 43.65 + index / 2000, long: 3.85 };
    const reported = await office.report(`Nid-de-poule numéro ${index}.`, { contact, point });
    request = reported.id;
  }
  const { items } = await office.ask<{ items: { id: string }[] }>('/crews');
  const order = await office.give<{ id: string }>('/work-orders', {
    title: 'Reboucher le trou',
    crewId: items[0]?.id,
    scheduledStart: new Date(Date.now() + 86_400_000).toISOString(),
    estimatedMinutes: 45,
    address: '12 rue des Lilas',
    point: { lat: 43.65, long: 3.85 },
  });
  workOrder = order.id;
});
afterAll(() => office?.close());

interface Screen {
  name: string;
  who: Colleague;
  path: () => string;
  /** What says that all has come. */
  ready: (page: Page) => Promise<unknown>;
}

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name }).first().waitFor();

const inForm = (key: string, name: string) => async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press(key);
  await page.getByRole('form', { name }).waitFor();
};

const requestPath = () => `/console/demandes/${request}`;
const SCREENS: Screen[] = [
  {
    name: 'inbox',
    who: 'claire',
    path: () => '/console',
    ready: (page) => page.locator('a[data-request]').first().waitFor(),
  },
  {
    name: 'inbox-empty',
    who: 'claire',
    path: () => '/console?status=rejected',
    ready: heading('Rien dans cette vue'),
  },
  {
    name: 'inbox-filters',
    who: 'claire',
    path: () => '/console',
    async ready(page) {
      await page.getByText('Filtres', { exact: true }).click();
      await page.getByLabel('Gravité minimale').waitFor();
    },
  },
  {
    name: 'inbox-panel',
    who: 'claire',
    path: () => `/console?demande=${request}`,
    ready: heading('Historique'),
  },
  { name: 'request', who: 'ana', path: requestPath, ready: heading('Historique') },
  {
    name: 'triage',
    who: 'claire',
    path: requestPath,
    ready: inForm('t', 'Prendre en charge'),
  },
  {
    name: 'plan',
    who: 'claire',
    path: requestPath,
    async ready(page) {
      await inForm('p', 'Planifier une intervention')(page);
      await page.getByLabel('Équipe', { exact: true }).selectOption({ index: 1 });
      await page.getByText('Rien : la journée est libre.').waitFor();
    },
  },
  {
    name: 'transfer',
    who: 'claire',
    path: requestPath,
    ready: inForm('x', 'Transférer à un autre organisme'),
  },
  {
    name: 'help',
    who: 'claire',
    path: requestPath,
    async ready(page) {
      await page.getByRole('button', { name: 'Aide' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'entry',
    who: 'ana',
    path: () => '/console/nouvelle',
    async ready(page) {
      await page.getByLabel('Ce que dit la personne').fill('Un lampadaire est éteint');
      await page.getByRole('combobox', { name: 'Prestation' }).press('ArrowDown');
      await page
        .getByRole('option', { name: /Lampadaire/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'work-orders',
    who: 'claire',
    path: () => '/console/interventions',
    ready: heading(/^Interventions du/),
  },
  {
    name: 'work-order',
    who: 'claire',
    path: () => `/console/interventions/${workOrder}`,
    ready: heading('Reboucher le trou'),
  },
  {
    name: 'figures',
    who: 'denis',
    path: () => '/console/indicateurs',
    ready: (page) => page.getByText('Demandes par semaine').first().waitFor(),
  },
  {
    name: 'account',
    who: 'denis',
    path: () => '/console/compte',
    ready: (page) => page.getByLabel('Mot de passe actuel').waitFor(),
  },
  {
    name: 'accounts',
    who: 'adele',
    path: () => '/console/administration/comptes',
    ready: (page) =>
      page
        .getByRole('cell', { name: /Claire Morel/ })
        .first()
        .waitFor(),
  },
  {
    name: 'tokens',
    who: 'adele',
    path: () => '/console/administration/jetons',
    ready: heading('Aucun jeton'),
  },
  {
    name: 'suggestions',
    who: 'adele',
    path: () => '/console/administration/suggestions',
    ready: heading('Suggestions'),
  },
  {
    name: 'failures',
    who: 'adele',
    path: () => '/console/administration/echecs',
    ready: (page) => page.getByRole('cell', { name: 'messages/send' }).waitFor(),
  },
  {
    name: 'log',
    who: 'adele',
    path: () => '/console/administration/journal',
    ready: (page) => page.getByRole('cell', { name: 'Demande reçue' }).first().waitFor(),
  },
];

/** What a page complains of while it is looked at. */
let complaints: string[] = [];
/** A colleague keeps one page a size: it is loaded anew for each screen, its browser stays warm. */
const seats = new Map<string, Promise<Page>>();
function seat(who: Colleague, viewport: typeof PHONE): Promise<Page> {
  const name = `${who} ${viewport.width}`;
  const taken = seats.get(name) ?? takeSeat(who, viewport);
  seats.set(name, taken);
  return taken;
}

async function takeSeat(who: Colleague, viewport: typeof PHONE): Promise<Page> {
  const page = await office.arrive(who, viewport);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
}

describe.each([
  ['on a desk screen', DESK_SCREEN],
  ['on a phone', PHONE],
])('%s', (where, viewport) => {
  test.each(SCREENS)('$name can be used by everyone', async ({ name, who, path, ready }) => {
    const page = await seat(who, viewport);
    complaints = [];
    await page.goto(path());
    await ready(page);
    await inspect(page, `${viewport.width}-${name}`, viewport.width);
    expect(complaints, where).toEqual([]);
  });
});

test('the sign-in page can be used by everyone', async () => {
  const page = await office.sitDown(PHONE);
  await page.goto('/console/connexion');
  await page.getByText('Territoire d’essai').waitFor();
  await inspect(page, 'sign-in', PHONE.width);
  await page.context().close();
});

test('figures print without the tools', async () => {
  const page = await office.arrive('denis');
  await page.goto('/console/indicateurs');
  await page.getByText('Demandes par semaine').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  await page.context().close();
});

async function inspect(page: Page, name: string, width: number): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  await checkAccess(page, 'wcag2aaa');
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width').toBe(width);
}
