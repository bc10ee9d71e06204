import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildIfStale } from '../../scripts/build-if-stale.ts';
import { checkAccess } from '../access.ts';
import { launchBrowser } from '../browser.ts';
import { Agent } from './agent.ts';
import { signInAt } from './caller.ts';
import {
  type Crew,
  type CrewsAtWork,
  cameraPicture,
  PASSWORD,
  startCrewsAtWork,
  todayAt,
} from './crew-at-work.ts';

/** Where to leave pictures of the screens, for people: `SCREENSHOTS=test-results/field`. */
const PICTURES = process.env.SCREENSHOTS;
/** For a thumb in a glove; WCAG 2.2 asks for 24 (AA) or 44 (AAA). */
const LEAST_TARGET = 48;
/** A dozen screens, each read whole by axe. */
const A_DAY_MS = 180_000;

let town: CrewsAtWork;
let browser: Browser;
let agent: Agent;
let after: Buffer;

beforeAll(async () => {
  await buildIfStale();
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
  [town, browser, after] = await Promise.all([
    startCrewsAtWork(),
    launchBrowser(),
    cameraPicture('#35572f', 'Fait'),
  ]);
  agent = await Agent.arrive(browser, town.url);
});

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

afterEach(() => agent.context.setOffline(false));

/** A screen as it must be for everyone, whatever it shows. */
async function inspect(name: string): Promise<void> {
  const { page } = agent;
  if (PICTURES) {
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    await page.screenshot({ path: join(PICTURES, `${name}-whole.png`), fullPage: true });
  }
  await checkAccess(page, 'wcag2aaa');
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width').toBe(360);
  expect(await smallTargets(page)).toEqual([]);
}

/** What a gloved thumb would miss. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const seen = (element: Element) => element.checkVisibility() && !element.closest('p a');
    return [...document.querySelectorAll('a, button, label, summary, select, textarea')]
      .filter((element) => seen(element) && !element.classList.contains('skip-link'))
      .filter((element) => element.tagName !== 'LABEL' || element.querySelector('input, svg'))
      .filter((element) => {
        const { width, height, bottom } = element.getBoundingClientRect();
        return bottom > 0 && Math.min(width, height) < least;
      })
      .map((element) => `${element.tagName} ${element.textContent?.trim()}`);
  }, LEAST_TARGET);
}

async function dayOf(crew: Crew): Promise<string> {
  const serviceRequestId = await town.report(
    'La lampe devant l’école ne s’allume plus depuis lundi. Les enfants traversent dans le noir.',
  );
  const first = await town.plan(crew, { serviceRequestId, severity: 4 });
  await town.plan(crew, {
    title: 'Potelet arraché',
    address: '3 avenue de la Gare',
    scheduledStart: todayAt('10:30'),
  });
  await town.plan(crew, {
    title: 'Banc cassé',
    address: 'Place du Marché',
    scheduledStart: todayAt('14:00'),
  });
  return first.id;
}

test('the screens of a day', { timeout: A_DAY_MS }, async () => {
  await agent.page.goto(`${town.url}/terrain`);
  await agent.page.getByRole('heading', { name: 'Bonjour' }).waitFor();
  await inspect('01-connexion');

  const empty = await town.formCrew();
  await agent.signIn(empty.worker);
  await inspect('02-rien');
  await agent.leave();

  agent = await Agent.arrive(browser, town.url);
  const crew = await town.formCrew();
  await dayOf(crew);
  await agent.signIn(crew.worker);
  await agent.page.getByRole('region', { name: 'Ensuite (2)' }).waitFor();
  await agent.page.waitForTimeout(500);
  await inspect('03-journee');

  await agent.tap('Voir');
  await agent.page.getByRole('button', { name: 'Commencer' }).waitFor();
  await inspect('04-intervention');
  await agent.context.setOffline(true);
  await agent.tap('Commencer');
  await agent.page.getByText('Prendre une photo').waitFor();
  await inspect('05-commencee');
  await agent.photograph(after);
  await inspect('06-photo');
  await agent.tap('Terminé');
  await agent.tap('Lampe remplacée');
  await inspect('07-termine');
  await agent.tap('Oui, c’est terminé');
  await agent.page.getByText('Fini (1)').tap();
  await agent.expectBar('Pas de réseau. 2 actes en attente d’envoi');
  await inspect('08-sans-reseau');
  await agent.page.goto(`${town.url}/terrain/envois`);
  await agent.page.getByRole('heading', { name: 'En attente d’envoi' }).waitFor();
  await inspect('09-envois');
  await agent.page.goto(`${town.url}/terrain/telephone`);
  await agent.page.getByText('Prêt à marcher sans réseau.').waitFor();
  await inspect('10-telephone');
  await agent.tap('Me déconnecter');
  await agent.page.getByRole('dialog').waitFor();
  await inspect('11-deconnexion');
});

test('the screens of what goes wrong', { timeout: A_DAY_MS }, async () => {
  await agent.leave();
  agent = await Agent.arrive(browser, town.url);
  const crew = await town.formCrew();
  const id = await dayOf(crew);
  await agent.signIn(crew.worker);
  await agent.page.goto(`${town.url}/terrain/intervention/${id}`);
  await agent.tap('Commencer');
  await agent.tap('Je ne peux pas');
  await agent.page.getByRole('button', { name: 'Pas d’accès' }).waitFor();
  await inspect('12-je-ne-peux-pas');
  await agent.expectBar('Tout est envoyé');
  await agent.context.setOffline(true);
  await agent.page.goto(`${town.url}/terrain`);
  await agent.tap('Continuer');
  await agent.photograph(after);
  await agent.tap('Terminé');
  await agent.tap('Oui, c’est terminé');
  const colleague = await signInAt(town.url, crew.colleague, PASSWORD);
  await colleague.post(`/api/v1/work-orders/${id}/complete`, { outcome: 'Fusible changé' });
  await agent.context.setOffline(false);
  await agent.expectBar('1 acte demande votre avis');
  await inspect('13-avis-journee');
  await agent.page.goto(`${town.url}/terrain/envois`);
  await agent.page.getByRole('button', { name: 'J’ai compris' }).waitFor();
  await inspect('14-avis');
  await agent.page.goto(`${town.url}/terrain/intervention/inconnue`);
  await agent.page.getByText('Intervention introuvable').waitFor();
  await inspect('15-introuvable');
});
