import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { DESK_SCREEN, type Office, openOffice, PHONE } from './office.ts';

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

test('a forgotten password is given anew, once, and its owner chooses another', async () => {
  const [page, paul] = [await office.arrive('adele'), await office.arrive('paul')];
  await paul.goto('/console');
  await paul.getByRole('navigation', { name: 'Rubriques' }).waitFor();
  await page.goto('/console/administration/comptes');
  await page.getByRole('button', { name: 'Nouveau mot de passe Paul Vidal' }).click();
  await page.getByRole('button', { name: 'Créer le mot de passe provisoire' }).click();
  await page.getByText('Mot de passe provisoire de Paul Vidal').waitFor();
  const provisional = (await page.locator('code').textContent()) ?? '';

  await paul.goto('/console');
  await paul.waitForURL(/\/console\/connexion/);
  await paul.getByLabel('Adresse électronique').fill('paul@ouestville.example');
  await paul.getByLabel('Mot de passe').fill(provisional);
  await paul.keyboard.press('Enter');
  await paul.getByRole('link', { name: 'Choisir le mien' }).click();
  await paul.getByLabel('Mot de passe actuel').fill(provisional);
  await paul.getByLabel('Nouveau mot de passe', { exact: true }).fill('une phrase bien à moi');
  await paul.getByLabel('Le nouveau, une seconde fois').fill('une phrase bien à moi');
  await paul.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await paul.getByText('Mot de passe changé.').waitFor();
  await paul.getByText('Votre mot de passe est provisoire').waitFor({ state: 'detached' });
  await Promise.all([page.context().close(), paul.context().close()]);
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
  await page.getByText(/^Sceau n° \d+/).click();
  await page.getByText(/^\d+:[0-9a-f]{64}$/).waitFor();
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

/** Two who share a telephone, each met at the size of one screen. */
const COUPLES = [
  { viewport: DESK_SCREEN, her: 'Jeanne Abadie', him: 'Luc Abadie', phone: '0611111111' },
  { viewport: PHONE, her: 'Rose Bonnefoy', him: 'Yves Bonnefoy', phone: '0622222222' },
];

test.each(COUPLES)('$her is found, given her data and erased; $him stays', async (couple) => {
  const { viewport, her, him, phone } = couple;
  const family = her.split(' ')[1] ?? '';
  const email = `${family.toLowerCase()}@exemple.fr`;
  const photoIds = [await office.photograph('#3a7')];
  const hers = await office.report(`Venez voir ${her} au sujet du trou.`, {
    contact: { name: her, email, phone },
    photoIds,
  });
  const work = `${family.toLowerCase()}@travail.exemple`;
  const alsoHers = await office.report('Et le banc est cassé.', {
    contact: { name: her, email: work },
  });
  const his = await office.report('Le trou s’agrandit.', {
    contact: { name: him, email: `${him.toLowerCase().replace(' ', '.')}@exemple.fr`, phone },
  });
  const page = await office.arrive('adele', viewport);
  await page.goto('/console/administration/personnes');
  await page.getByLabel('Nom, adresse électronique ou numéro').fill(family.toUpperCase());
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name: him }).first().waitFor();
  await checkAccess(page);
  const found = page.getByRole('row').filter({ hasText: email });
  await found.getByRole('button', { name: `Voir ce qui est gardé ${her}` }).click();
  await page.getByRole('heading', { name: `Ce qui est gardé de ${her}` }).waitFor();
  const mine = (code: string) => page.getByLabel(new RegExp(`C’est à cette personne\\s: ${code}`));
  await mine(hers.code).waitFor();
  await expect.poll(() => mine(hers.code).isChecked()).toBe(true);
  expect(await mine(his.code).isChecked()).toBe(false);
  await page.getByText('peut-être quelqu’un d’autre').waitFor();
  await page.getByRole('button', { name: 'Cette personne a une autre adresse' }).click();
  await page.getByLabel('Nom, adresse électronique ou numéro').fill(work);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'C’est la même personne' }).waitFor();
  await checkAccess(page);
  await page.getByRole('button', { name: 'C’est la même personne' }).click();
  await expect.poll(() => mine(alsoHers.code).isChecked()).toBe(true);
  expect(await mine(hers.code).isChecked()).toBe(true);
  expect(await mine(his.code).isChecked()).toBe(false);

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Préparer un export' }).click();
  await dialog.getByLabel('Référence de la demande').fill('Courrier 12');
  await dialog.getByRole('button', { name: 'Préparer un export' }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('link', { name: /HTML/ }).click();
  const given = await readFile(await (await download).path(), 'utf8');
  expect(given).toContain(`Venez voir ${her}`);
  expect(given).toContain('src="data:image/');
  expect(given).not.toContain(him);
  await dialog.getByRole('button', { name: 'Fermer' }).click();

  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await dialog.getByText('Elle ne nomme plus personne').waitFor();
  await dialog.getByLabel('Référence de la demande').fill('Courrier 12');
  await checkAccess(page);
  await dialog.getByRole('button', { name: 'Effacer définitivement' }).click();
  await page.getByText('2 demandes rendues anonymes').waitFor();
  await page.getByText('1 photo effacée').waitFor();

  await page.goto(`/suivi/${hers.code}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText(her).count()).toBe(0);
  const inbox = await office.ask<object>('/service-requests?limit=100');
  const log = await (await page.request.get('/api/v1/events?limit=100')).text();
  for (const told of [JSON.stringify(inbox), log]) {
    expect(told).not.toContain(her);
    expect(told).not.toContain(email);
  }
  const kept = await office.ask<object>(`/service-requests/${his.id}`);
  expect(JSON.stringify(kept)).toContain(him);
  await page.goto('/console/administration/journal');
  await page.getByRole('cell', { name: 'Données d’une personne effacées' }).first().waitFor();
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByText('Relecture du journal en cours').waitFor({ state: 'detached' });
  await page.getByText('Journal vérifié jusqu’au').waitFor();
  expect(await page.getByText('n’est plus celui qui a été scellé').count()).toBe(0);
  await page.context().close();
});

test('the register is read and taken away, its periods and contact changed, for all to see', async () => {
  const page = await office.arrive('adele');
  await page.goto('/console/administration/registre');
  await page.getByText('Demandes des habitants', { exact: true }).click();
  await page.getByText('1 an après la clôture de la demande.').waitFor();
  await checkAccess(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger le document (PDF)' }).click();
  const pdf = await readFile(await (await download).path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  const period = page.getByLabel('Demandes des habitants, en jours');
  await period.fill('10');
  await page.getByLabel('Pourquoi ce changement').fill('Délibération du 3 mars');
  await page.getByRole('button', { name: 'Enregistrer les durées' }).click();
  await page.getByText('Choisissez entre 90 jours et 10 ans.').waitFor();
  await period.fill('730');
  await page.getByRole('button', { name: 'Enregistrer les durées' }).click();
  await page.getByText('Durées enregistrées').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Délibération du 3 mars' }).waitFor();
  await page.getByLabel('Délégué à la protection des données').fill('Mme Dupont, déléguée');
  await page.getByRole('button', { name: 'Enregistrer le contact' }).click();
  await page.getByText('Contact enregistré').waitFor();

  // Who holds that office reads the same, and decides none of it.
  const officer = await office.arrive('sophie');
  await officer.goto('/console/administration/registre');
  await officer.getByText('Mme Dupont, déléguée').waitFor();
  await officer.getByRole('link', { name: 'Données personnelles' }).waitFor();
  expect(await officer.getByRole('button', { name: /^Enregistrer/ }).count()).toBe(0);
  await checkAccess(officer);
  await officer.context().close();

  await page.goto('/donnees-personnelles');
  await page.getByText('Mme Dupont, déléguée').waitFor();
  await page.getByText('Demandes des habitants', { exact: true }).click();
  await page.getByText('2 ans après la clôture de la demande.').waitFor();
  await page.context().close();
});
