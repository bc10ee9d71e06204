import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTown } from '../../server/test/town.ts';
import { checkAccess } from '../access.ts';
import { type Office, openOffice, PHONE } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({}, makeTown(2, 4));
});
afterAll(() => office?.close());

/** Nothing is wider than the screen. */
async function expectNoSideways(page: Page) {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
}

test('the direction writes a reply, the desk answers with it by letter, and prints the batch', async () => {
  const director = await office.arrive('denis');
  await director.goto('/console/reponses');
  await director.getByText('Aucune réponse type').waitFor();
  await checkAccess(director);
  await director.getByRole('link', { name: 'Nouvelle réponse type' }).click();
  await director.getByLabel('Titre, pour vous retrouver').fill('Nid-de-poule comblé');
  await director.getByLabel('Objet').fill('Votre demande {numéro}');
  const body = director.getByLabel('Texte', { exact: true });

  // An unknown variable is told while typing, and refused.
  await body.fill('Bonjour {prénom}');
  await director
    .getByText(/La variable « prénom » n’existe pas/)
    .first()
    .waitFor();
  await body.fill('{salutation}\n\nLe trou situé {lieu} est comblé.\n');
  await director.getByText('Bonjour Camille Martin,').waitFor();
  await director.getByLabel('Ajouter une variable').selectOption('organisme');
  expect(await body.inputValue()).toMatch(/comblé\.\n\{organisme\}$/);
  await director.getByLabel('Trou ou nid-de-poule').check();
  await director.getByLabel('Que dire à l’accueil (facultatif)').fill('Demander la profondeur.');
  await director
    .getByLabel('Pour', { exact: true })
    .selectOption({ label: 'Tous les organismes du territoire' });
  await director.getByLabel('État').selectOption('published');
  await director.getByRole('button', { name: 'Enregistrer' }).click();
  await director.getByText('Réponse type enregistrée.').waitFor();
  await checkAccess(director);

  // A change is a version, and says what changed in words.
  await body.fill('{salutation}\n\nLe trou situé {lieu} est comblé à froid.\n\n{organisme}');
  await director.getByLabel('Pourquoi ce changement (facultatif)').fill('Plus précis');
  await director.getByRole('button', { name: 'Enregistrer' }).click();
  await director.getByText('Version 2').click();
  await director.locator('ins', { hasText: 'à froid' }).waitFor();
  await director.getByText('Version 1', { exact: true }).click();
  await checkAccess(director);
  await director.setViewportSize(PHONE);
  await expectNoSideways(director);
  await director.context().close();

  // A resident who wants paper.
  const { id, code } = await office.report('Un trou profond', {
    contact: {
      name: 'Odile Résidente',
      postalAddress: '12 rue des Lilas\n99100 OUESTVILLE',
      preference: 'letter',
    },
  });

  // The desk, without a mouse: r, a word, Enter, and the text is there to be read again.
  const desk = await office.arrive('ana');
  await desk.goto(`/console/demandes/${id}`);
  await desk.getByRole('heading', { name: 'Trou ou nid-de-poule' }).waitFor();
  await desk.keyboard.press('r');
  const picker = desk.getByLabel('Partir d’une réponse type');
  await picker.fill('combl');
  await desk.getByRole('button', { name: /Nid-de-poule comblé/ }).waitFor();
  await picker.press('ArrowDown');
  await desk.keyboard.press('Enter');
  const message = desk.getByLabel('Message à l’habitant');
  expect(await message.inputValue()).toMatch(
    /^Bonjour Odile Résidente,\n\nLe trou situé 12 rue des Lilas.* est comblé à froid\./,
  );
  await desk.getByText('Demander la profondeur.').waitFor();
  await desk.getByText(/Part par courrier/).waitFor();
  await checkAccess(desk);
  await message.press('Control+End');
  await message.pressSequentially(' [à compléter : date]');
  await desk.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await desk.getByText('Complétez « [à compléter : date] » avant d’envoyer.').waitFor();
  await message.fill((await message.inputValue()).replace(' [à compléter : date]', ''));
  await desk.getByRole('button', { name: 'Envoyer la réponse' }).click();
  const print = desk.getByRole('link', { name: 'Imprimer la réponse' });
  await print.waitFor();
  const pdf = await desk.request.get((await print.getAttribute('href')) ?? '');
  expect(pdf.headers()['content-type']).toBe('application/pdf');

  // The batch: one file, then marked; nothing is left, and it can be printed again.
  await expect
    .poll(
      async () => {
        await desk.goto('/console/courriers');
        await desk.getByRole('heading', { name: 'Courriers à imprimer' }).waitFor();
        await desk.waitForLoadState('networkidle');
        return desk.getByRole('link', { name: code }).count();
      },
      { timeout: 20_000 },
    )
    .toBe(2);
  await checkAccess(desk);
  const open = desk.getByRole('link', { name: 'Ouvrir le PDF (2 lettres)' });
  const batch = await desk.request.get((await open.getAttribute('href')) ?? '');
  expect(batch.status()).toBe(200);
  expect((await batch.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await desk.getByRole('button', { name: 'Marquer comme imprimés' }).click();
  await desk.getByText('2 courriers marqués comme imprimés.').waitFor();
  await desk.getByText('Aucun courrier n’attend').waitFor();
  await desk.getByLabel('Déjà imprimés').check();
  await desk.getByRole('link', { name: code }).first().waitFor();
  await checkAccess(desk);
  await desk.setViewportSize(PHONE);
  await expectNoSideways(desk);
  await desk.context().close();
});

test('a call is answered at once from a template, filled with its own number', async () => {
  const desk = await office.arrive('ana');
  await desk.goto('/console/nouvelle');
  await desk.getByLabel('Ce que dit la personne').fill('Le nid-de-poule de la rue est-il comblé ?');
  // Whoever will have it signs the answer: it is found by the place.
  await desk.getByRole('combobox', { name: 'Lieu' }).fill('2 avenue du Église');
  await desk.getByRole('option', { name: /^2 avenue du Église/ }).click();
  await desk.getByRole('textbox', { name: 'Courriel' }).fill('zoe@exemple.fr');
  await desk.getByRole('button', { name: /^Nid-de-poule comblé/ }).click();
  await desk.getByText('Demander la profondeur.').waitFor();
  await checkAccess(desk);
  await desk.setViewportSize(PHONE);
  await expectNoSideways(desk);
  const message = desk.getByLabel('Message à l’habitant');
  expect(await message.inputValue()).toContain('{lieu}');
  await message.press('Control+Enter');
  await desk.getByText('La réponse est enregistrée, la demande est close.').waitFor();
  const code = await desk.locator('.code').textContent();
  await desk.getByRole('link', { name: 'Ouvrir cette demande' }).click();
  await desk.getByText(`Objet : Votre demande ${code}`).first().waitFor();
  await desk.getByText('Le trou situé 2 avenue du Église').first().waitFor();
  await desk.context().close();
});
