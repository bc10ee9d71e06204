import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTown } from '../../server/test/town.ts';
import { checkAccess } from '../access.ts';
import {
  DESK_SCREEN,
  emailOf,
  type Office,
  openOffice,
  PASSWORD,
  type Reported,
} from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({}, makeTown(2, 4));
});
afterAll(() => office?.close());

interface Request {
  status: string;
  severity: number;
  urgency: number;
  priority: number;
  workOrder: { id: string; crewName: string; scheduledStart: string } | null;
}
interface Story {
  items: { type: string; title: string; detail: string | null }[];
}
const requestOf = ({ id }: Reported) => office.ask<Request>(`/service-requests/${id}`);
const storyOf = ({ id }: Reported) => office.ask<Story>(`/service-requests/${id}/timeline`);

/** Walks with j to the row of the request, as one does without a mouse. */
async function walkTo(page: Page, { id }: Reported): Promise<void> {
  const row = page.locator(`a[data-request="${id}"]`);
  await row.waitFor();
  for (let step = 0; step < 60; step++) {
    if (await row.evaluate((link) => link === document.activeElement)) return;
    await page.keyboard.press('j');
  }
  throw new Error('The row cannot be reached with j.');
}

test('signing in says what is wrong, then leads where one wanted to go', async () => {
  const page = await office.sitDown();
  await page.goto('/console/interventions');
  await page.waitForURL(/\/console\/connexion\?suite=/);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('Indiquez votre mot de passe.').waitFor();

  await page.getByLabel('Adresse électronique').fill(emailOf('claire'));
  await page.getByLabel('Mot de passe').fill('une autre phrase');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Adresse ou mot de passe incorrect').waitFor();

  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/console\/interventions$/);
  await page.getByRole('heading', { name: /^Interventions du/ }).waitFor();

  await page.getByText('Claire Morel').click();
  await page.getByText('Ordonnancement').first().waitFor();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.waitForURL(/\/console\/connexion/);
  await page.context().close();
});

test('too many tries are slowed down, and say for how long', async () => {
  const page = await office.sitDown();
  await page.goto('/console/connexion');
  await page.getByLabel('Adresse électronique').fill('personne@ouestville.example');
  for (let attempt = 0; attempt < 7; attempt++) {
    await page.getByLabel('Mot de passe').fill(`essai numéro ${attempt}`);
    const [answer] = await Promise.all([
      page.waitForResponse(/\/api\/v1\/sessions$/),
      page.keyboard.press('Enter'),
    ]);
    if (answer.status() === 429) break;
  }
  await page.getByText('Trop d’essais de connexion').waitFor();
  await page.getByText(/Vous pourrez réessayer dans \d+ secondes?\./).waitFor();
  await page.context().close();
});

test('a request is triaged by keyboard alone', async () => {
  const request = await office.report('Trou profond devant l’école.');
  const page = await office.arrive('claire');
  await page.goto('/console');
  await walkTo(page, request);
  await page.keyboard.press('t');
  const grid = page.getByRole('form', { name: 'Prendre en charge' });
  const chosen = grid.getByRole('radio', { checked: true });
  await expect.poll(() => chosen.evaluate((radio) => radio === document.activeElement)).toBe(true);
  // Up to the gravest, right to the most pressing.
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  await expect
    .poll(() => chosen.getAttribute('aria-label'))
    .toMatch(/^Danger, Aujourd’hui\s: priorité 1$/);
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Demande prise en charge.').waitFor();
  expect(await requestOf(request)).toMatchObject({
    status: 'triaged',
    severity: 4,
    urgency: 4,
    priority: 1,
  });
  // Escape gives the list back.
  await page.keyboard.press('Escape');
  await page.locator('aside').waitFor({ state: 'detached' });
  await page.context().close();
});

test('shortcuts are silent while one types, and the help tells them', async () => {
  const page = await office.arrive('claire');
  await page.goto('/console');
  await page.getByRole('navigation', { name: 'Vues' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('n?jt');
  expect(await page.getByRole('searchbox').inputValue()).toBe('n?jt');
  expect(new URL(page.url()).pathname).toBe('/console');
  await page.getByRole('button', { name: 'Aide' }).click();
  const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await help.getByText('Prendre en charge : juger gravité et urgence').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.context().close();
});

test('a reply is sent once, however often the button is pressed', async () => {
  const contact = { email: 'jeanne@exemple.fr', name: 'Jeanne Martin' };
  const request = await office.report('Quand passe le balayage ?', { contact });
  const page = await office.arrive('ana');
  await page.goto(`/console/demandes/${request.id}`);
  await page.getByRole('button', { name: 'Répondre' }).click();
  await page.getByText('Envoyé par courriel à jeanne@exemple.fr').waitFor();
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await page.getByText('Écrivez le message à l’habitant.').waitFor();
  await page.getByLabel('Message à l’habitant').fill('Le mardi et le vendredi matin.');
  await page.getByRole('button', { name: 'Envoyer la réponse' }).dblclick();
  await page.getByRole('status').getByText('Réponse envoyée, demande close.').waitFor();
  const { items } = await storyOf(request);
  const answers = items.filter(({ type }) => type === 'service-request.answered');
  expect(answers.map(({ detail }) => detail)).toEqual(['Le mardi et le vendredi matin.']);
  // The resident's letter is told, with what holds it back: this office has no mail server.
  await page.getByText('Aucun serveur de courriel').first().waitFor();
  await page.context().close();
});

test('work is planned on a free slot, beside what the crew already does', async () => {
  const first = await office.report('Nid-de-poule, premier.');
  const second = await office.report('Nid-de-poule, second.');
  const page = await office.arrive('marc');
  await page.goto(`/console/demandes/${first.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('p');
  const form = page.getByRole('form', { name: 'Planifier une intervention' });
  await form.getByLabel('Équipe', { exact: true }).selectOption({ label: 'Voirie secteur 1' });
  await form.getByText('Rien : la journée est libre.').waitFor();
  expect(await form.getByLabel('Heure').inputValue()).toBe('08:00');
  await form.getByLabel('Durée prévue').selectOption({ label: '1 h 30' });
  await form.getByLabel('Consignes pour l’équipe').fill('Prévoir deux sacs d’enrobé à froid.');
  await form.getByRole('button', { name: 'Planifier' }).click();
  await page.getByRole('status').getByText('Intervention planifiée.').waitFor();
  await expect
    .poll(() => requestOf(first))
    .toMatchObject({ status: 'planned', workOrder: { crewName: 'Voirie secteur 1' } });

  await page.goto(`/console/demandes/${second.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('p');
  await form.getByLabel('Équipe', { exact: true }).selectOption({ label: 'Voirie secteur 1' });
  await form.getByText('08:00–09:30').waitFor();
  // The next free moment is proposed; another may be chosen, knowing what it overlaps.
  await expect.poll(() => form.getByLabel('Heure').inputValue()).toBe('09:30');
  await form.getByLabel('Heure').fill('09:00');
  await form.getByText('Ce créneau en chevauche un autre').waitFor();
  await form.getByLabel('Heure').fill('09:30');
  await form.getByRole('button', { name: 'Planifier' }).click();
  await page.getByRole('status').getByText('Intervention planifiée.').waitFor();

  // Moved, then cancelled with a reason: the request waits again.
  await expect.poll(async () => (await requestOf(second)).workOrder?.id).toBeTruthy();
  const order = (await requestOf(second)).workOrder;
  await page.goto(`/console/interventions/${order?.id}`);
  await page.getByRole('button', { name: 'Déplacer' }).click();
  await page.getByLabel('Heure').fill('14:00');
  await page
    .getByRole('form', { name: 'Déplacer l’intervention' })
    .getByRole('button', { name: 'Déplacer' })
    .click();
  await page.getByRole('status').getByText('Intervention déplacée.').waitFor();
  await page.getByText('14:00–15:00').waitFor();
  await page.getByRole('button', { name: 'Annuler l’intervention' }).click();
  await page.getByLabel('Pourquoi').fill('Enrobé non livré.');
  await page
    .getByRole('form', { name: 'Annuler l’intervention' })
    .getByRole('button', { name: 'Annuler l’intervention' })
    .click();
  await page.getByText('Intervention annulée ; la demande est de nouveau à planifier.').waitFor();
  await expect.poll(async () => (await requestOf(second)).status).toBe('triaged');
  await page.context().close();
});

/** Goes on by Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator) {
  for (let presses = 0; presses < 25; presses += 1) {
    if (await control.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('25 times Tab did not reach it');
}

test('the desk registers a call by the keyboard alone, joined to what a neighbour reported', async () => {
  const door = { point: { lat: 43.60285, long: 3.8026 }, address: '2 avenue du Église' };
  const phone = '06 98 76 54 32';
  const first = await office.report('Un trou profond devant chez moi', door);
  const earlier = await office.report('Banc cassé', {
    serviceCode: 'furniture.damaged',
    contact: { phone },
  });
  const page = await office.arrive('ana');
  await page.goto('/console/nouvelle');
  await page.getByLabel('Ce que dit la personne').waitFor();
  // The cursor waits in the words of the caller.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
    .toBe('description');
  const began = Date.now();
  await page.keyboard.type('Il y a un gros nid-de-poule devant chez moi');
  const service = page.getByRole('combobox', { name: 'Prestation' });
  await expect.poll(() => service.inputValue()).toBe('Trou ou nid-de-poule');
  await page.getByText('Proposée d’après « nid').waitFor();

  const place = page.getByRole('combobox', { name: 'Lieu' });
  await tabTo(page, place);
  await page.keyboard.type('2 av eglise');
  const option = page.getByRole('option', { name: /^2 avenue du Église/ });
  await option.waitFor();
  await page.getByRole('status').getByText('Entrée pour').waitFor();
  // The first is ready, and the field says which it is.
  expect(await place.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  const axeBegan = Date.now();
  await checkAccess(page);
  const axeTook = Date.now() - axeBegan;
  await page.keyboard.press('Escape');
  expect(await place.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Lieu situé sur la carte.').waitFor();

  await tabTo(page, page.getByLabel('Nom', { exact: true }));
  await page.keyboard.type('M. Durand');
  await tabTo(page, page.getByRole('textbox', { name: 'Téléphone' }));
  await page.keyboard.type(phone);
  await page.getByRole('link', { name: earlier.code }).waitFor();
  await tabTo(page, page.getByRole('button', { name: `Rattacher ${first.code}` }));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Enregistrer et rattacher' }).waitFor();
  // All of it stands on one screen.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(DESK_SCREEN.height);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Demande enregistrée' }).waitFor();
  const seconds = (Date.now() - began - axeTook) / 1_000;
  await page.getByText(`Elle est rattachée à la demande ${first.code}`).waitFor();
  expect(await page.locator('.code').textContent()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await tabTo(page, page.getByRole('link', { name: 'Ouvrir cette demande' }));
  await page.keyboard.press('Enter');
  await page.getByText('(Téléphone)').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  expect(await office.ask(`/service-requests/${id}`)).toMatchObject({
    mergedIntoId: first.id,
    channel: 'phone',
    serviceCode: 'roads.pothole',
    contact: { name: 'M. Durand', phone: '+33698765432' },
  });
  process.stdout.write(`A call by the keyboard alone: ${seconds.toFixed(1)} s\n`);
  expect(seconds).toBeLessThan(30);
  await page.context().close();
});

test('words find a request among all, and a search can be kept and shared', async () => {
  const request = await office.report('Lézarde inquiétante sous le préau.');
  const page = await office.arrive('claire');
  await page.goto('/console');
  await page.getByRole('searchbox').fill('lezardes preau');
  await page.keyboard.press('Enter');
  await page.getByText('Résultats pour « lezardes preau »').waitFor();
  await page.locator(`a[data-request="${request.id}"]`).waitFor();
  expect(await page.locator('a[data-request]').count()).toBe(1);
  await page.getByText('Mes vues').click();
  await page.getByLabel('Nom de la vue actuelle').fill('Préaux');
  await page.getByLabel('Partager avec mes collègues').check();
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await page.getByRole('button', { name: 'Préaux partagée', exact: false }).waitFor();
  await page.context().close();

  const other = await office.arrive('marc');
  await other.goto('/console');
  await other.getByText('Mes vues').click();
  await other.getByRole('button', { name: 'Préaux', exact: false }).click();
  await other.getByText('Résultats pour « lezardes preau »').waitFor();
  await other.locator(`a[data-request="${request.id}"]`).waitFor();
  await other.context().close();
});
