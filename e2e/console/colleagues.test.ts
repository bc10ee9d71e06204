import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, PASSWORD } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const statusOf = async (id: string) =>
  (await office.ask<{ status: string }>(`/service-requests/${id}`)).status;

test('two colleagues on one request: the second is told, and loses no word', async () => {
  const { id } = await office.report('Plaque qui claque la nuit.');
  const [claire, marc] = await Promise.all([office.arrive('claire'), office.arrive('marc')]);
  await claire.goto(`/console/demandes/${id}`);
  await claire.getByRole('button', { name: 'Répondre' }).click();
  await claire.getByLabel('Message à l’habitant').fill('Nous envoyons quelqu’un demain.');

  await marc.goto(`/console/demandes/${id}`);
  await marc.getByRole('button', { name: 'Prendre en charge' }).click();
  await marc
    .getByRole('form', { name: 'Prendre en charge' })
    .getByRole('button', { name: 'Prendre en charge' })
    .click();
  await marc.getByText('Demande prise en charge.').waitFor();

  const send = claire.getByRole('button', { name: 'Envoyer la réponse' });
  // She is told at once, before she sends anything.
  await claire.getByText('Cette demande vient de changer').waitFor();
  await claire.getByText(/Marc Petit\s: Demande prise en charge/).waitFor();
  expect(await statusOf(id)).toBe('triaged');
  expect(await claire.getByLabel('Message à l’habitant').inputValue()).toBe(
    'Nous envoyons quelqu’un demain.',
  );
  await claire.getByRole('button', { name: 'Continuer avec la version à jour' }).click();
  await send.click();
  await claire.getByText('Réponse envoyée, demande close.').waitFor();
  expect(await statusOf(id)).toBe('answered');
  await Promise.all([claire.context().close(), marc.context().close()]);
});

test('a version that is no longer the last is refused by the server, and said', async () => {
  const { id } = await office.report('Barrière tordue.');
  const claire = await office.arrive('claire');
  // No live updates at all on this screen: only the server can notice.
  await claire.route('**/api/v1/stream', (route) => route.abort());
  await claire.goto(`/console/demandes/${id}`);
  await claire.getByRole('button', { name: 'Noter' }).click();
  await claire.getByLabel('Note', { exact: true }).fill('Vu sur place.');

  const marc = await office.arrive('marc');
  await marc.goto(`/console/demandes/${id}`);
  await marc.getByRole('button', { name: 'Noter' }).click();
  await marc.getByLabel('Note', { exact: true }).fill('J’y passe cet après-midi.');
  await marc.getByRole('button', { name: 'Ajouter' }).click();
  await marc.getByText('Note ajoutée.').waitFor();

  const [answer] = await Promise.all([
    claire.waitForResponse(/\/comment$/),
    claire.getByRole('button', { name: 'Ajouter' }).click(),
  ]);
  expect(answer.status()).toBe(412);
  await claire.getByText('Cette demande vient de changer').waitFor();
  await claire.getByRole('button', { name: 'Continuer avec la version à jour' }).click();
  await claire.getByRole('button', { name: 'Ajouter' }).click();
  await claire.getByText('Note ajoutée.').waitFor();
  await claire.getByText('Vu sur place.').waitFor();
  await claire.getByText('J’y passe cet après-midi.').waitFor();
  await Promise.all([claire.context().close(), marc.context().close()]);
});

test('what arrives waits to be asked for; what changes changes in its place', async () => {
  const known = await office.report('Banc cassé.');
  const page = await office.arrive('claire');
  await page.goto('/console?status=received,triaged');
  const row = page.locator(`a[data-request="${known.id}"]`);
  await row.getByText('Reçue').waitFor();

  const fresh = await office.report('Arbre tombé.');
  const pill = page.getByRole('button', { name: '1 nouvelle demande · Afficher' });
  await pill.waitFor();
  expect(await page.locator(`a[data-request="${fresh.id}"]`).count()).toBe(0);

  const marc = await office.arrive('marc');
  await marc.goto(`/console/demandes/${known.id}`);
  await marc.getByRole('button', { name: 'Prendre en charge' }).click();
  await marc.getByRole('form').getByRole('button', { name: 'Prendre en charge' }).click();
  await row.getByText('Prise en charge').waitFor();

  await pill.click();
  await page.locator(`a[data-request="${fresh.id}"]`).waitFor();
  await pill.waitFor({ state: 'detached' });
  await Promise.all([page.context().close(), marc.context().close()]);
});

test('a session that expires in the middle of a sentence keeps the sentence', async () => {
  const { id } = await office.report('Fontaine à sec.');
  const page = await office.arrive('claire');
  await page.goto(`/console/demandes/${id}`);
  await page.getByRole('button', { name: 'Répondre' }).click();
  await page.getByLabel('Message à l’habitant').fill('La fontaine est coupée pour l’hiver.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();

  const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await dialog.getByLabel('Mot de passe').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Réponse envoyée, demande close.').waitFor();
  const { items } = await office.ask<{ items: { detail: string | null }[] }>(
    `/service-requests/${id}/timeline`,
  );
  expect(items.map(({ detail }) => detail)).toContain('La fontaine est coupée pour l’hiver.');
  await page.context().close();
});

test('giving up on signing in again leaves the words on the screen', async () => {
  const { id } = await office.report('Grille bouchée.');
  const page = await office.arrive('claire');
  await page.goto(`/console/demandes/${id}`);
  await page.getByRole('button', { name: 'Répondre' }).click();
  await page.getByLabel('Message à l’habitant').fill('Nous passons demain.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await page.getByRole('dialog', { name: 'Votre session a expiré' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Vous n’êtes plus connecté.').waitFor();
  expect(await page.getByLabel('Message à l’habitant').inputValue()).toBe('Nous passons demain.');
  expect(await statusOf(id)).toBe('received');
  await page.context().close();
});

test('without network a command says so, and is sent once when it returns', async () => {
  const { id } = await office.report('Panneau tombé.');
  const page = await office.arrive('claire');
  await page.goto(`/console/demandes/${id}`);
  await page.getByRole('button', { name: 'Noter' }).click();
  await page.getByLabel('Note', { exact: true }).fill('À remettre d’aplomb.');
  // The server acts, but its answer is lost on the way.
  await page.route(
    '**/comment',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.getByText('Pas de connexion.').waitFor();
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.getByText('Note ajoutée.').waitFor();
  const { items } = await office.ask<{ items: { type: string }[] }>(
    `/service-requests/${id}/timeline`,
  );
  expect(items.filter(({ type }) => type === 'service-request.commented')).toHaveLength(1);
  await page.context().close();
});

test('a password is changed by its owner, who stays signed in here', async () => {
  const page = await office.arrive('denis');
  await page.goto('/console/compte');
  const form = page.getByRole('form', { name: 'Changer mon mot de passe' });
  await form.getByLabel('Mot de passe actuel').fill(PASSWORD);
  await form.getByLabel('Nouveau mot de passe').fill('trop court');
  await form.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await form.getByText('Il faut au moins 12 caractères.').waitFor();
  for (const label of ['Nouveau mot de passe', 'Le nouveau, une seconde fois']) {
    await form.getByLabel(label).fill('une tout autre phrase');
  }
  await form.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await page.getByText('Mot de passe changé.').waitFor();
  await page.goto('/console/indicateurs');
  await page.getByRole('heading', { name: 'Indicateurs' }).waitFor();
  await page.context().close();
});
