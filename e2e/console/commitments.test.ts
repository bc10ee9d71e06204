import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, PHONE } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

test('an administrator promises an hour; the next request shows it', async () => {
  const page = await office.arrive('adele');
  await page.goto('/console/administration/engagements');
  await page.getByLabel('Samedi').fill('9h-12h');
  await page.getByRole('button', { name: 'Ajouter un délai' }).click();
  await page.getByRole('spinbutton', { name: 'Heures de travail' }).fill('1');
  await page.getByLabel('Pourquoi ce changement').fill('Délibération du 20 novembre');
  await expectClean(page);
  await page.getByRole('button', { name: 'Enregistrer les engagements' }).click();
  await page.getByText('Engagements enregistrés').waitFor();
  expect(await page.getByLabel('Samedi').inputValue()).toBe('09:00-12:00');

  const { id } = await office.report('Un trou devant le 12.');
  const claire = await office.arrive('claire', PHONE);
  await claire.goto(`/console/demandes/${id}`);
  const clocks = claire.getByRole('list', { name: 'Délais' });
  await clocks.getByText('Traitement : avant').waitFor();
  await clocks.getByText('Première réponse : avant').waitFor();
  await expectClean(claire);
  await Promise.all([claire.context().close(), page.context().close()]);
});

test('an administrator says what happens next, and what counts as a duplicate', async () => {
  const page = await office.arrive('adele', PHONE);
  await page.goto('/console/administration/prestations');
  await page.getByLabel('Prestation').selectOption('roads.pothole');
  await page.getByLabel('Ce qui se passe ensuite').fill('Un agent passe sous trois jours.');
  await expectClean(page);
  await page.getByRole('button', { name: 'Enregistrer ce texte' }).click();
  await page.getByText('Enregistré.').waitFor();
  await page.getByLabel('À moins de (mètres)').fill('15');
  await page.getByRole('button', { name: 'Enregistrer cette règle' }).click();
  await page.getByText('Vous avez réglé cette prestation.').waitFor();
  const { items } = await office.ask<{ items: { serviceCode: string }[] }>('/duplicate-rules');
  expect(items.find(({ serviceCode }) => serviceCode === 'roads.pothole')).toMatchObject({
    radiusMetres: 15,
    own: true,
  });
  await page.context().close();

  const { code } = await office.report('Un trou.');
  const resident = await office.sitDown(PHONE);
  await resident.goto(`/suivi/${code}`);
  await resident.getByText('Un agent passe sous trois jours.').waitFor();
  await resident.context().close();
});

test('hours that cannot be read are said, and nothing is sent', async () => {
  const page = await office.arrive('adele', PHONE);
  await page.goto('/console/administration/engagements');
  await page.getByLabel('Lundi').fill('le matin');
  await page.getByLabel('Pourquoi ce changement').fill('Essai');
  await page.getByRole('button', { name: 'Enregistrer les engagements' }).click();
  await page.getByRole('alert').getByText('Un horaire n’a pas été compris').waitFor();
  await expectClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await page.context().close();
});

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
