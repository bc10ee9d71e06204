import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../scripts/build-if-stale.ts';
import { launchBrowser } from '../browser.ts';
import { Agent } from './agent.ts';
import { signInAt } from './caller.ts';
import {
  type Crew,
  type CrewsAtWork,
  cameraPicture,
  PASSWORD,
  startCrewsAtWork,
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

const doneOnce = { status: 'completed', outcome: 'Lampe remplacée', version: 3 };

test('without network the whole job is done, and sent when the network is back', async () => {
  const serviceRequestId = await town.report('Rue noire depuis lundi.');
  const { id } = await town.plan(crew, { serviceRequestId });
  await agent.signIn(crew.worker);
  await agent.context.setOffline(true);
  await agent.doNextJob(after);
  await agent.expectBar('Pas de réseau. 2 actes en attente d’envoi');

  // The application closes and opens again: all is still there, photo included.
  await agent.page.reload();
  await agent.expectBar('Pas de réseau. 2 actes en attente d’envoi');
  await agent.page.goto(`${town.url}/terrain/intervention/${id}`);
  await agent.page.getByRole('img', { name: 'Photo 1, après' }).waitFor();
  const resident = agent.page.getByRole('img', { name: 'Photo 1, photos de l’habitant' });
  await expect
    .poll(() => resident.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(480);
  expect((await town.order(id)).status).toBe('planned');

  await agent.context.setOffline(false);
  await agent.expectBar('Tout est envoyé');
  const order = await town.order(id);
  expect(order).toMatchObject(doneOnce);
  expect(order.photos).toHaveLength(1);
});

test('the server dies, the phone is dropped: both come back and the job is done once', async () => {
  const { id } = await town.plan(crew);
  await agent.signIn(crew.worker);
  await town.kill();
  await agent.doNextJob(after);
  await agent.expectBar('Pas de réseau. 2 actes en attente d’envoi');
  await agent.dropPhone();
  await agent.openAgain();
  await agent.expectBar('Pas de réseau. 2 actes en attente d’envoi');
  await town.restart();
  await agent.expectBar('Tout est envoyé');
  expect(await town.order(id)).toMatchObject(doneOnce);
});

test('a phone killed while its photo climbs sends everything at the next opening', async () => {
  const { id } = await town.plan(crew);
  await agent.signIn(crew.worker);
  const climbing = Promise.withResolvers<void>();
  await agent.context.route('**/api/v1/files', () => climbing.resolve());
  await agent.doNextJob(after);
  await climbing.promise;
  await agent.dropPhone();
  await agent.context.unroute('**/api/v1/files');
  await agent.openAgain();
  await agent.expectBar('Tout est envoyé');
  const order = await town.order(id);
  expect(order).toMatchObject(doneOnce);
  expect(order.photos).toHaveLength(1);
});

test('answers lost on the way make nothing happen twice', async () => {
  const { id } = await town.plan(crew);
  await agent.signIn(crew.worker);
  const lost = new Set<string>();
  await agent.context.route(/work-orders\/[^/]+\/(start|complete)$/, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (lost.has(path)) return route.continue();
    lost.add(path);
    await route.fetch();
    return route.abort('connectionreset');
  });
  await agent.doNextJob(after);
  await agent.expectBar('Tout est envoyé');
  expect(lost.size).toBe(2);
  expect(await town.order(id)).toMatchObject(doneOnce);
});

describe('when the server disagrees', () => {
  test('a colleague was first: one is told who, and the photo is kept', async () => {
    const { id } = await town.plan(crew);
    await agent.signIn(crew.worker);
    await agent.context.setOffline(true);
    await agent.doNextJob(after);
    const colleague = await signInAt(town.url, crew.colleague, PASSWORD);
    await colleague.post(`/api/v1/work-orders/${id}/start`, {});
    await colleague.post(`/api/v1/work-orders/${id}/complete`, { outcome: 'Fusible changé' });
    await agent.context.setOffline(false);

    await agent.expectBar('1 acte demande votre avis');
    await agent.page.getByRole('link', { name: '1 acte demande votre avis' }).tap();
    await agent.page.getByRole('heading', { name: 'Mes envois' }).waitFor();
    const words = await agent.read();
    expect(words).toContain('Léa Morel');
    expect(words).toContain('Votre photo y a été ajoutée.');
    expect(words).toMatch(/Vos mots\s: «\sLampe remplacée\s»/);
    const order = await town.order(id);
    expect(order.outcome).toBe('Fusible changé');
    expect(order.photos).toHaveLength(1);

    await agent.tap('J’ai compris');
    await agent.expectBar('Tout est envoyé');
  });

  test('a colleague had begun: the end of the work goes through', async () => {
    const { id } = await town.plan(crew);
    await agent.signIn(crew.worker);
    await agent.context.setOffline(true);
    await agent.doNextJob(after);
    const colleague = await signInAt(town.url, crew.colleague, PASSWORD);
    await colleague.post(`/api/v1/work-orders/${id}/start`, {});
    await agent.context.setOffline(false);
    await agent.expectBar('Tout est envoyé');
    expect(await town.order(id)).toMatchObject(doneOnce);
  });

  test('the office changed the job: one reads it again, then sends', async () => {
    const order = await town.plan(crew);
    await agent.signIn(crew.worker);
    await agent.context.setOffline(true);
    await agent.doNextJob(after);
    const { scheduledStart, version } = order;
    await town.office.post(
      `/api/v1/work-orders/${order.id}/reschedule`,
      { crewId: crew.id, scheduledStart, estimatedMinutes: 90 },
      { 'if-match': `"${version}"` },
    );
    await agent.context.setOffline(false);

    await agent.expectBar('1 acte demande votre avis');
    await agent.page.goto(`${town.url}/terrain/intervention/${order.id}`);
    const words = await agent.read();
    expect(words).toContain('Le bureau a changé cette intervention');
    expect(words).toContain('1 h 30');
    expect((await town.order(order.id)).status).toBe('planned');

    await agent.tap('Renvoyer');
    await agent.expectBar('Tout est envoyé');
    expect(await town.order(order.id)).toMatchObject({ status: 'completed', version: 4 });
  });
});

describe('the session', () => {
  test('that ended meanwhile asks to sign in again, and loses nothing', async () => {
    const { id } = await town.plan(crew);
    await agent.signIn(crew.worker);
    await agent.context.clearCookies();
    await agent.doNextJob(after);
    await agent.expectBar('Reconnectez-vous pour envoyer');
    expect((await town.order(id)).status).toBe('planned');
    await agent.page.getByRole('link', { name: 'Reconnectez-vous' }).tap();
    await agent.page.getByText('Rien n’est perdu').waitFor();
    await agent.enter(crew.worker);
    await agent.expectBar('Tout est envoyé');
    expect(await town.order(id)).toMatchObject(doneOnce);
  });

  test('is closed with a warning for what waits; the day leaves the phone, the acts stay', async () => {
    const { id } = await town.plan(crew);
    await agent.signIn(crew.worker);
    // The network is there, the work orders are not: what waits is not sent before leaving.
    await agent.context.route(/work-orders\/[^/]+\/start$/, (route) => route.abort());
    await agent.tap('Voir');
    await agent.tap('Commencer');
    await agent.page.getByText('Prendre une photo').waitFor();
    await agent.page.goto(`${town.url}/terrain/telephone`);
    await agent.tap('Me déconnecter');
    const dialog = agent.page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('1 acte attend encore.');
    await dialog.getByRole('button', { name: 'Me déconnecter' }).tap();
    await agent.page.getByRole('heading', { name: 'Bonjour' }).waitFor();
    await agent.context.unroute(/work-orders\/[^/]+\/start$/);
    const kept = await agent.page.evaluate(async () => {
      const open = indexedDB.open('cantonnier-field');
      await new Promise((done) => (open.onsuccess = done));
      const tx = open.result.transaction(['days', 'commands']);
      const counts = [tx.objectStore('days').count(), tx.objectStore('commands').count()];
      await new Promise((done) => (tx.oncomplete = done));
      return counts.map(({ result }) => result);
    });
    expect(kept).toEqual([0, 1]);

    // Another on the same phone neither sees nor sends it.
    await agent.enter(crew.colleague);
    await agent.expectBar('Tout est envoyé');
    expect((await town.order(id)).status).toBe('planned');
    await agent.page.goto(`${town.url}/terrain/envois`);
    await agent.page.getByText('1 acte d’un collègue').waitFor();
    await agent.page.goto(`${town.url}/terrain/telephone`);
    await agent.tap('Me déconnecter');
    await agent.page.getByRole('dialog').getByRole('button', { name: 'Me déconnecter' }).tap();
    await agent.enter(crew.worker);
    await agent.expectBar('Tout est envoyé');
    expect((await town.order(id)).status).toBe('started');
  });
});
