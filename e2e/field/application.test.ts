import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../scripts/build-if-stale.ts';
import { launchBrowser } from '../browser.ts';
import { Agent } from './agent.ts';
import { type CrewsAtWork, startCrewsAtWork } from './crew-at-work.ts';
import { serveNextVersion } from './next-version.ts';

/** What the old phone of a depot loads in a few seconds on a poor network. */
const MOST_SCRIPT_BYTES = 150_000;

let town: CrewsAtWork;
let browser: Browser;

beforeAll(async () => {
  await buildIfStale();
  [town, browser] = await Promise.all([startCrewsAtWork(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

test('the day opens with little script, compressed', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${town.url}/terrain`);
  await page.getByRole('heading', { name: 'Bonjour' }).waitFor();
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, encodedBodySize, decodedBodySize }) => ({
        name,
        encodedBodySize,
        decodedBodySize,
      })),
  );
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
  const encoded = sum(scripts.map(({ encodedBodySize }) => encodedBodySize));
  expect(encoded).toBeGreaterThan(10_000);
  expect(encoded).toBeLessThan(sum(scripts.map(({ decodedBodySize }) => decodedBodySize)));
  expect(encoded).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  // Maps are for offices.
  expect(scripts.filter(({ name }) => /map/i.test(name))).toEqual([]);
  await context.close();
});

describe('on the home screen', () => {
  test('the manifest is whole, served as what it is, and its icons are as large as it says', async () => {
    const answer = await fetch(`${town.url}/terrain.webmanifest`);
    expect(answer.headers.get('content-type')).toContain('application/manifest+json');
    const manifest = await answer.json();
    expect(manifest).toMatchObject({ start_url: '/terrain', display: 'standalone', lang: 'fr' });
    const purposes = manifest.icons.map(({ purpose }: { purpose: string }) => purpose);
    expect(purposes).toContain('maskable');
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await fetch(town.url + src);
      expect(icon.headers.get('content-type')).toBe(type);
      const { width, height } = await sharp(await icon.arrayBuffer()).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });

  test('the browser finds nothing that keeps it from being installed', async () => {
    const agent = await Agent.arrive(browser, town.url);
    await agent.signIn((await town.formCrew()).worker);
    const devtools = await agent.context.newCDPSession(agent.page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // Tests browse in private windows, which no application leaves.
    const own = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
    expect(own).toEqual([]);
    await agent.leave();
  });

  test('only the field is kept for use without network: residents’ pages are not its business', async () => {
    const agent = await Agent.arrive(browser, town.url);
    await agent.signIn((await town.formCrew()).worker);
    const scopes = await agent.page.evaluate(async () => {
      const all = await navigator.serviceWorker.getRegistrations();
      return all.map(({ scope }) => new URL(scope).pathname);
    });
    expect(scopes).toEqual(['/terrain']);
    await agent.leave();
  });
});

test('every screen opens without network, typeface included', async () => {
  const crew = await town.formCrew();
  const { id } = await town.plan(crew);
  const agent = await Agent.arrive(browser, town.url);
  await agent.signIn(crew.worker);
  await agent.context.setOffline(true);
  const screens = {
    '/terrain': 'Ma journée',
    [`/terrain/intervention/${id}`]: 'Lampadaire éteint',
    '/terrain/envois': 'Mes envois',
    '/terrain/telephone': 'Ce téléphone',
    '/terrain/connexion': 'Bonjour',
  };
  for (const [path, title] of Object.entries(screens)) {
    await agent.page.goto(town.url + path);
    await agent.page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await hasTypeface(agent.page), path).toBe(true);
  }
  await agent.leave();
});

async function hasTypeface(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const faces = await document.fonts.load('700 16px "Atkinson Hyperlegible"');
    return faces.length > 0 && faces.every(({ status }) => status === 'loaded');
  });
}

test('a new version waits until the application is opened again', async () => {
  const door = await serveNextVersion(town.url);
  const agent = await Agent.arrive(browser, door.url);
  await agent.signIn((await town.formCrew()).worker);
  door.publish();
  const waits = await agent.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const before = registration.active;
    await registration.update();
    const installing = registration.installing ?? registration.waiting;
    while (installing && installing.state !== 'installed') {
      await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
    }
    return registration.waiting !== null && registration.active === before;
  });
  expect(waits).toBe(true);
  await agent.dropPhone();
  await agent.openAgain();
  const takenOver = () =>
    agent.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/terrain');
      return registration?.waiting === null && registration.active?.state === 'activated';
    });
  await expect.poll(takenOver).toBe(true);
  await agent.expectBar('Tout est envoyé');
  await agent.leave();
  await door.close();
});
