import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { DESK, visit } from '../visit.ts';
import { askApi, findInTown, report } from './town.ts';

type Town = Awaited<ReturnType<typeof findInTown>>;

let town: Town;
let reported: string;
beforeAll(async () => {
  town = await findInTown();
  reported = await report(town.plain.code, town.address.point);
});

const title = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

/** As far as the place, some metres from what was reported. */
async function choosePlace(page: Page) {
  const { lat, long } = town.address.point;
  const query = new URLSearchParams({
    mots: 'Essai : encore cassé',
    prestation: town.plain.code,
    point: `${(lat + 0.00004).toFixed(5)},${long.toFixed(5)}`,
    adresse: town.address.label,
  });
  await page.goto(`/signaler/lieu?${query}`);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.waitForURL(/\/signaler\/deja/);
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('%s', (_, javaScriptEnabled) => {
  const visitor = { javaScriptEnabled };

  test('a resident sees what is reported already, and follows it instead of repeating it', () =>
    visit(visitor, async (page) => {
      await choosePlace(page);
      expect(await title(page)).toMatch(/^Déjà signalé\s\?$/);
      expect(await page.getByText(town.plain.name).count()).toBeGreaterThan(0);
      // Enough to decide, and no more: neither the code of another, nor what they wrote.
      expect(await page.content()).not.toContain(reported);

      const before = await page.getByRole('link', { name: 'C’est le même : suivre' }).count();
      expect(before).toBeGreaterThan(0);
      await page.getByRole('link', { name: 'C’est le même : suivre' }).first().click();
      await page.waitForURL(/\/signaler\/deja\/[0-9a-f-]{36}/);
      await page
        .getByLabel('Adresse électronique ou numéro de mobile')
        .fill(`voisine-${crypto.randomUUID().slice(0, 8)}@exemple.fr`);
      await page.getByRole('button', { name: 'Suivre' }).click();
      await page.getByText('Encore un geste : confirmez').waitFor();
    }));

  test('without an address, or with none that we can write to, it says so and keeps it', () =>
    visit({ ...visitor, expected: /status of 4\d\d/ }, async (page) => {
      await choosePlace(page);
      await page.getByRole('link', { name: 'C’est le même : suivre' }).first().click();
      await page.getByRole('button', { name: 'Suivre' }).click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Adresse électronique ou numéro de mobile').fill('chez moi');
      await page.getByRole('button', { name: 'Suivre' }).click();
      await page.getByRole('alert').getByText('Nous ne pouvons pas écrire').waitFor();
      expect(await page.getByLabel('Adresse électronique ou numéro de mobile').inputValue()).toBe(
        'chez moi',
      );
    }));

  test('whose problem is different goes on, with every word kept', () =>
    visit(visitor, async (page) => {
      await choosePlace(page);
      await page.getByRole('button', { name: 'Non, le mien est différent' }).click();
      await page.waitForURL(/\/signaler\/envoi/);
      expect(await page.getByLabel('Ce que vous voyez').inputValue()).toBe('Essai : encore cassé');
      await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
      await page.waitForURL(/\/suivi\//);
    }));

  test('nobody is asked where nothing alike was reported', () =>
    visit(visitor, async (page) => {
      const other = town.services.find(
        ({ code, hasQuestions }) => code !== town.plain.code && !hasQuestions,
      );
      const { lat, long } = town.address.point;
      const { items } = await askApi<{ items: unknown[] }>(
        `/public/duplicates?serviceCode=${other?.code}&lat=${lat + 0.0011}&long=${long}`,
      );
      if (items.length > 0) return;
      await page.goto(`/signaler/deja?prestation=${other?.code}&point=${lat + 0.0011},${long}`);
      expect(page.url()).toContain('/signaler/envoi');
    }));
});

test.each([
  ['phone', undefined],
  ['desk', DESK],
])('axe finds nothing on a %s', (_, viewport) =>
  visit(viewport ? { viewport } : {}, async (page) => {
    await choosePlace(page);
    await checkAccess(page);
    await page.getByRole('link', { name: 'C’est le même : suivre' }).first().click();
    await page.waitForURL(/\/signaler\/deja\/[0-9a-f-]{36}/);
    await checkAccess(page);
  }),
);
