import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

test('an account is created with a role, signs in, and is closed', async () => {
  const page = await office.arrive('adele');
  await page.goto('/console/administration');
  await page.getByRole('heading', { name: 'Comptes' }).waitFor();
  await page.getByRole('button', { name: 'Créer un compte' }).click();
  const dialog = page.getByRole('dialog', { name: 'Créer un compte' });
  await dialog.getByLabel('Nom').fill('Zoé Lambert');
  await dialog.getByLabel('Adresse électronique').fill('zoe@ouestville.example');
  await dialog.getByLabel('Organisme').selectOption({ label: 'Ouestville' });
  await dialog.getByLabel('Rôle', { exact: true }).selectOption({ label: 'Accueil' });
  await dialog.getByRole('button', { name: 'Ajouter ce rôle' }).click();
  await dialog.getByText('Accueil, Ouestville').waitFor();
  await dialog.getByRole('button', { name: 'Créer', exact: true }).click();
  await page.getByText('Compte créé pour Zoé Lambert').waitFor();
  const password = (await page.locator('code').textContent()) ?? '';

  const zoe = await office.sitDown();
  await zoe.goto('/console/connexion');
  await zoe.getByLabel('Adresse électronique').fill('zoe@ouestville.example');
  await zoe.getByLabel('Mot de passe').fill(password);
  await zoe.keyboard.press('Enter');
  await zoe.getByRole('navigation', { name: 'Rubriques' }).getByText('Nouvelle demande').waitFor();
  expect(await zoe.getByRole('link', { name: 'Administration' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Fermer le compte Zoé Lambert' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Fermer le compte', exact: true })
    .click();
  await page
    .getByRole('row', { name: /Zoé Lambert/ })
    .getByText('Fermé')
    .waitFor();
  await zoe.goto('/console');
  await zoe.waitForURL(/\/console\/connexion/);
  await Promise.all([zoe.context().close(), page.context().close()]);
});

test('a token is shown once, then only known by name; revoked, it opens nothing', async () => {
  const page = await office.arrive('adele');
  await page.goto('/console/administration/jetons');
  await page.getByRole('button', { name: 'Créer un jeton' }).click();
  const dialog = page.getByRole('dialog', { name: 'Créer un jeton' });
  await dialog.getByLabel('Nom du programme').fill('Application Ma Ville');
  await dialog.getByLabel('Organisme').selectOption({ label: 'Ouestville' });
  await dialog.getByLabel('Agir comme l’accueil').check();
  await dialog.getByRole('button', { name: 'Créer', exact: true }).click();
  const token = (await page.locator('code').textContent()) ?? '';
  const use = async () =>
    (
      await fetch(`${office.url}/api/v1/service-requests`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status;
  expect(await use()).toBe(200);

  await page.reload();
  await page
    .getByRole('cell', { name: /Application Ma Ville/ })
    .first()
    .waitFor();
  expect(await page.getByText(token).count()).toBe(0);
  await page.getByRole('button', { name: 'Révoquer Application Ma Ville' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
  await page.getByText('Révoqué').waitFor();
  expect(await use()).toBe(401);
  await page.context().close();
});

test('the log tells who did what, newest first', async () => {
  await office.report('Pour le journal.');
  const page = await office.arrive('adele');
  await page.goto('/console/administration/journal');
  await page.getByLabel('Acte').selectOption({ label: 'Demande reçue' });
  const row = page.getByRole('row').nth(1);
  await row.getByText('Un habitant').waitFor();
  await row.getByText('Demande reçue').waitFor();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByText('Journal vérifié jusqu’au').waitFor();
  await page.getByText('Sceau n° 1').click();
  await page.getByText(/^1:[0-9a-f]{64}$/).waitFor();
  await page.context().close();
});

test('work that failed is taken up again by a button', async () => {
  const page = await office.arrive('adele');
  await page.goto('/console/administration/echecs');
  await page.getByRole('cell', { name: 'messages/send' }).waitFor();
  await page.getByRole('button', { name: 'Relancer' }).click();
  await page.getByText('Travail relancé').waitFor();
  await page.context().close();
});

test('whoever is no administrator is told so', async () => {
  const page = await office.arrive('ana');
  await page.goto('/console/administration/comptes');
  await page.getByText('Réservé aux administrateurs').waitFor();
  await page.context().close();
});
