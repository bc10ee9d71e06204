import { beforeAll, describe, expect, test } from 'vitest';
import { visit } from '../visit.ts';
import { findInTown, report } from './town.ts';

let town: Awaited<ReturnType<typeof findInTown>>;
let code: string;

beforeAll(async () => {
  town = await findInTown();
  code = await report(town.plain.code, town.address.point);
});

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('%s', (_, javaScriptEnabled) => {
  const visitor = { javaScriptEnabled };

  test('a code leads to the request, however it is typed', () =>
    visit(visitor, async (page) => {
      await page.goto('/');
      await page.getByLabel('Code de suivi').fill(` ${code.replace('-', '').toLowerCase()} `);
      await page.getByRole('button', { name: 'Voir où elle en est' }).click();
      expect(new URL(page.url()).pathname).toBe(`/suivi/${code}`);
      expect(await page.getByText(town.plain.name).count()).toBeGreaterThan(0);
      expect(await page.getByText('Reçue', { exact: true }).count()).toBe(1);
      expect(await page.getByText('Et ensuite').count()).toBe(1);
      expect(await page.content()).not.toContain('Essai');
    }));

  test('an unknown code says what to check, and can be corrected on the spot', () =>
    visit({ ...visitor, expected: /status of 404/ }, async (page) => {
      const answer = await page.goto('/suivi/ABCD-EFGH');
      expect(answer?.status()).toBe(404);
      await page.getByLabel('Code de suivi').fill(code);
      await page.getByRole('button', { name: 'Voir où elle en est' }).click();
      expect(new URL(page.url()).pathname).toBe(`/suivi/${code}`);
    }));

  test('an empty code is asked for', () =>
    visit(visitor, async (page) => {
      await page.goto('/suivi');
      await page.getByRole('button', { name: 'Voir où elle en est' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('code de suivi');
    }));

  test('the list shows the newest first, without its author’s words, and can be filtered', () =>
    visit(visitor, async (page) => {
      await page.goto('/carte');
      const first = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading') })
        .first();
      expect(await first.textContent()).toContain(town.plain.name);
      expect(await page.content()).not.toContain(code);
      await page.getByLabel('État').selectOption('Terminées');
      await page.getByRole('button', { name: 'Afficher' }).click();
      expect(new URL(page.url()).searchParams.get('etat')).toBe('closed');
      expect(await page.getByText('Reçue', { exact: true }).count()).toBe(0);
    }));

  test('a street is found by its name, and followed once an address is given', () =>
    visit({ ...visitor, expected: /status of 400/ }, async (page) => {
      const street = town.address.label.replace(/^[\d\s]+(?:bis |ter )?/, '').split(',')[0] ?? '';
      await page.goto('/suivre');
      await page.getByLabel('Nom de la rue').fill(street);
      await page.getByRole('button', { name: 'Chercher' }).click();
      await page.getByRole('listitem').getByRole('link', { name: street }).first().click();
      await page.waitForURL(/\/suivre\/street\//);
      const feeds = page.locator('link[rel="alternate"][type="text/calendar"]');
      expect(await feeds.getAttribute('href')).toMatch(/areas\/street\/[\w-]+\/feed\.ics$/);
      await page.getByRole('button', { name: 'Suivre', exact: true }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Donnez une adresse');
      await page
        .getByLabel('Adresse électronique ou numéro')
        .fill(`${crypto.randomUUID()}@exemple.fr`);
      await page.getByLabel('À quel rythme').selectOption('Chaque lundi matin');
      await page.getByLabel('En français facile').check();
      await page.getByRole('button', { name: 'Suivre', exact: true }).click();
      await page.getByText('Ouvrez le lien du message').waitFor();
    }));

  test('English is one press away and stays', () =>
    visit(visitor, async (page) => {
      await page.goto('/suivi');
      await page.getByRole('link', { name: 'English' }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.goto('/signaler');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('What is going on?');
    }));
});

test('a browser that asks for English gets it at once', () =>
  visit({ locale: 'en-GB' }, async (page) => {
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  }));
