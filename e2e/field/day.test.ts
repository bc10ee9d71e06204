import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIfStale } from '../../scripts/build-if-stale.ts';
import { launchBrowser } from '../browser.ts';
import { Agent } from './agent.ts';
import {
  type Crew,
  type CrewsAtWork,
  cameraPicture,
  startCrewsAtWork,
  todayAt,
} from './crew-at-work.ts';

let town: CrewsAtWork;
let browser: Browser;
let after: Buffer;
let crew: Crew;
let agent: Agent;

beforeAll(async () => {
  await buildIfStale();
  [town, browser, after] = await Promise.all([
    startCrewsAtWork(),
    launchBrowser(),
    cameraPicture('#35572f', 'Fait'),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

beforeEach(async () => {
  crew = await town.formCrew();
  agent = await Agent.arrive(browser, town.url);
});

afterEach(() => agent.leave());

test('the day begins with the next job: what, where, when, how, and the resident’s photo', async () => {
  const serviceRequestId = await town.report('La lampe devant l’école ne s’allume plus.');
  await town.plan(crew, { serviceRequestId, instructions: 'Prendre la nacelle.' });
  await town.plan(crew, { title: 'Potelet arraché', scheduledStart: todayAt('14:00') });
  await agent.signIn(crew.worker);

  const next = agent.page.getByRole('region', { name: 'À faire maintenant' });
  const words = await next.textContent();
  for (const word of ['Lampadaire éteint', '12 rue des Lilas', '08:00', 'Prendre la nacelle.']) {
    expect(words).toContain(word);
  }
  const picture = next.getByRole('img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(480);
  expect(await agent.page.getByRole('region', { name: 'Ensuite (1)' }).textContent()).toContain(
    'Potelet arraché',
  );
});

test('start, photo, done: the office sees it', async () => {
  const { id } = await town.plan(crew);
  await agent.signIn(crew.worker);
  await agent.doNextJob(after);
  await agent.expectBar('Tout est envoyé');

  const order = await town.order(id);
  expect(order).toMatchObject({ status: 'completed', outcome: 'Lampe remplacée', version: 3 });
  expect(order.photos.map(({ kind }) => kind)).toEqual(['after']);
  const [photo] = order.photos;
  const kept = await fetch(`${town.url}/api/v1/files/${photo?.fileId}`);
  expect(kept.status).toBe(200);
  // Made small on the phone: the camera gave 4000 pixels.
  expect((await kept.arrayBuffer()).byteLength).toBeLessThan(400_000);
  await agent.page.getByText('Fini (1)').tap();
  expect(await agent.read()).toContain('Terminé');
});

test('a photo taken before the work begins shows how it was', async () => {
  const { id } = await town.plan(crew);
  await agent.signIn(crew.worker);
  await agent.tap('Voir');
  await agent.photograph(after);
  await agent.tap('Commencer');
  await agent.page.getByText('Prendre une photo').waitFor();
  await agent.expectBar('Tout est envoyé');
  expect((await town.order(id)).photos.map(({ kind }) => kind)).toEqual(['before']);
});

test('« Je ne peux pas » tells the office why, without a word to write', async () => {
  const { id } = await town.plan(crew);
  await agent.signIn(crew.worker);
  await agent.tap('Voir');
  await agent.tap('Commencer');
  await agent.tap('Je ne peux pas');
  await agent.tap('Prévenir le bureau');
  await agent.page.getByText('Touchez d’abord une raison.').waitFor();
  await agent.tap('Il manque du matériel');
  await agent.tap('Prévenir le bureau');
  await agent.page.getByRole('heading', { name: 'Tout est fait' }).waitFor();
  await agent.expectBar('Tout est envoyé');
  expect(await town.order(id)).toMatchObject({ status: 'failed', failureReason: 'material' });
});

test('a double tap acts once', async () => {
  const { id } = await town.plan(crew);
  await agent.signIn(crew.worker);
  await agent.tap('Voir');
  await agent.page.getByRole('button', { name: 'Commencer' }).dblclick();
  await agent.tap('Terminé');
  await agent.page.getByRole('button', { name: 'Oui, c’est terminé' }).dblclick();
  await agent.page.getByRole('heading', { name: 'Tout est fait' }).waitFor();
  await agent.expectBar('Tout est envoyé');
  expect(await town.order(id)).toMatchObject({
    status: 'completed',
    outcome: 'C’est fait.',
    version: 3,
  });
});

test('one who works in two crews chooses, and the phone remembers', async () => {
  const memberIds = [await accountOf(crew.worker)];
  const { organization } = await town.plan(crew);
  const name = `${crew.name} nord`;
  const { id } = await town.office.post<{ id: string }>('/api/v1/crews', {
    organizationId: organization.id,
    name,
    memberIds,
  });
  await town.plan({ ...crew, id }, { title: 'Banc cassé' });
  await agent.signIn(crew.worker);
  await agent.page.getByRole('heading', { name: 'Lampadaire éteint' }).waitFor();
  await agent.page.getByLabel('Équipe').selectOption(name);
  await agent.page.getByRole('heading', { name: 'Banc cassé' }).waitFor();
  await agent.page.reload();
  await agent.page.getByRole('heading', { name: 'Banc cassé' }).waitFor();
});

test('a wrong password is said plainly', async () => {
  await agent.page.goto(`${town.url}/terrain`);
  await agent.page.getByLabel('Adresse électronique').fill(crew.worker);
  await agent.page.getByLabel('Mot de passe', { exact: true }).fill('autre chose');
  await agent.tap('Me connecter');
  await agent.page.getByText('Adresse ou mot de passe incorrect').waitFor();
});

test('a provisional password is said to be, until it is changed', async () => {
  const reset = `/api/v1/accounts/${await accountOf(crew.worker)}/reset-password`;
  const { password } = await town.office.post<{ password: string }>(reset, {});
  const { page } = agent;
  await page.goto(`${town.url}/terrain`);
  await page.getByLabel('Adresse électronique').fill(crew.worker);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await agent.tap('Me connecter');
  const notice = page.getByText('Votre mot de passe est provisoire');
  await notice.waitFor();
  // The application opens again: the phone knows who it is, the server how the password is.
  await page.reload();
  await notice.waitFor();
  await agent.tap('Choisir le mien');
  await page.getByLabel('Mot de passe actuel').fill(password);
  await page.getByLabel('Nouveau mot de passe').fill('une phrase que moi seul connais');
  await page.getByLabel('Le nouveau, une seconde fois').fill('une phrase que moi seul connais');
  await agent.tap('Changer le mot de passe');
  await page.getByText('Mot de passe changé.').waitFor();
  await page.goto(`${town.url}/terrain`);
  await page.getByText('Journée lue').waitFor();
  await expect.poll(() => notice.count()).toBe(0);
});

async function accountOf(wanted: string): Promise<string> {
  const { items } = await town.office.get<{ items: { email: string; id: string }[] }>(
    '/api/v1/accounts',
  );
  return items.find(({ email }) => email === wanted)?.id as string;
}
