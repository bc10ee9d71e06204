import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
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
  await checkAccess(page);
  await page.getByRole('button', { name: 'Enregistrer les engagements' }).click();
  await page.getByText('Engagements enregistrés').waitFor();
  expect(await page.getByLabel('Samedi').inputValue()).toBe('09:00-12:00');
  await page.getByLabel('Vendredi').fill('8h-12h');
  await page.getByLabel('Ces horaires valent à partir du').fill('2099-07-01');
  await page.getByLabel('Pourquoi ce changement').fill('Horaires d’été');
  await page.getByRole('button', { name: 'Enregistrer les engagements' }).click();
  await page.getByText(/Déjà prévus à partir du 1 juil\. 2099/).waitFor();
  expect(await page.getByLabel('Vendredi').inputValue()).toBe('08:00-12:00, 13:30-17:30');

  const { id } = await office.report('Un trou devant le 12.');
  const claire = await office.arrive('claire', PHONE);
  await claire.goto(`/console/demandes/${id}`);
  const clocks = claire.getByRole('list', { name: 'Délais' });
  await clocks.getByText('Traitement : avant').waitFor();
  await clocks.getByText('Première réponse : avant').waitFor();
  await checkAccess(claire);
  await Promise.all([claire.context().close(), page.context().close()]);
});

test('an administrator says what happens next, and what counts as a duplicate', async () => {
  const page = await office.arrive('adele', PHONE);
  await page.goto('/console/administration/prestations');
  await page.getByLabel('Prestation').selectOption('roads.pothole');
  await page.getByLabel('Ce qui se passe ensuite').fill('Un agent passe sous trois jours.');
  await checkAccess(page);
  await page.getByRole('button', { name: 'Enregistrer ces textes' }).click();
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
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await page.context().close();
});

test('a director decides what counts; the reason of a request follows', async () => {
  const page = await office.arrive('denis', PHONE);
  await page.goto('/console/administration/priorites');
  const nuisance = page.getByLabel('Gêne, peut attendre, exposition 0');
  await nuisance.selectOption('3');
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await page.getByRole('button', { name: 'Enregistrer les priorités' }).click();
  // Exposed a little, it would now wait longer than not exposed at all.
  await page.getByText('Cette grille se contredit').waitFor();
  await nuisance.selectOption('4');
  await page.getByRole('group', { name: 'Arrêt, gare' }).getByLabel('Points').selectOption('2');
  await page.getByRole('button', { name: 'Enregistrer les priorités' }).click();
  await page.getByText('Priorités enregistrées').waitFor();
  const setting = await office.ask<{ weights: { stop: { points: number } } }>('/priority-grid');
  expect(setting.weights.stop.points).toBe(2);
  await page.context().close();
});

test('an administrator hides a service; the public map no longer shows it', async () => {
  const hidden = await office.report('Un trou que la carte ne montrera plus.');
  const isPublic = async ({ id }: { id: string }) =>
    (await fetch(`${office.url}/api/v1/public/service-requests/${id}`)).status;
  expect(await isPublic(hidden)).toBe(200);
  const page = await office.arrive('adele');
  await page.goto('/console/administration/publication');
  await page.getByRole('button', { name: 'Ajouter une prestation' }).click();
  await page.getByLabel('Prestation', { exact: true }).selectOption('roads.pothole');
  await page
    .getByRole('group', { name: 'Les photos' })
    .getByRole('radio', { name: /^Ne jamais publier/ })
    .check();
  await checkAccess(page);
  await page.getByRole('button', { name: 'Enregistrer la publication' }).click();
  await page.getByText('Publication réglée').waitFor();
  expect(await isPublic(hidden)).toBe(404);
  await page.getByRole('button', { name: 'Retirer la prestation 1' }).click();
  await page.getByRole('button', { name: 'Enregistrer la publication' }).click();
  await expect.poll(() => isPublic(hidden)).toBe(200);
  await page.context().close();
});
