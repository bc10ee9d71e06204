import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../scripts/build-if-stale.ts';
import { freePort, type ProductProcess, startProduct } from '../server/test/product-process.ts';
import { checkAccess } from './access.ts';
import { launchBrowser } from './browser.ts';

const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };

let varDir: string;
let product: ProductProcess;
let browser: Browser;

beforeAll(async () => {
  await buildIfStale();
  varDir = await mkdtemp(join(tmpdir(), 'cantonnier-style-'));
  [product, browser] = await Promise.all([
    startProduct({ varDir, port: await freePort(), env: { DEMO: 'off' } }),
    launchBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await product?.end();
  await rm(varDir, { recursive: true, force: true });
});

/** Opens the style guide in a fresh browser profile; whatever the page complains of fails the test. */
async function visit(options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
  // What fades in is measured once it is there.
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${product.url}/styleguide`);
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

describe.each(Object.entries(SIZES))('on a %s', (_name, viewport) => {
  test('nothing is wider than the screen', () =>
    visit({ viewport }, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(viewport.width);
    }));

  test('everyone can use it (axe, WCAG 2.2 AA, contrast AAA)', () =>
    visit({ viewport }, async (page) => {
      await checkAccess(page, 'wcag2aaa');
    }));
});

describe('without any script', () => {
  const options = { javaScriptEnabled: false, viewport: SIZES.phone };

  test('a form refuses with words, keeps what was written, then accepts', async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${product.url}/styleguide`);
    await page.getByLabel('Que voyez-vous').fill('Trou');
    const [refusal] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Envoyer' }).click(),
    ]);
    expect(refusal.status()).toBe(400);
    const description = page.getByLabel('Que voyez-vous');
    expect(await description.inputValue()).toBe('Trou');
    expect(await description.getAttribute('aria-invalid')).toBe('true');
    await expect(page.textContent('form')).resolves.toContain('dix caractères au moins');

    await description.fill('Un trou profond devant l’école');
    await page.getByLabel('De quoi s’agit-il').selectOption('pothole');
    await page.getByLabel('Non').check();
    await page.getByLabel('J’ai compris').check();
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await expect(page.textContent('form')).resolves.toContain('Votre signalement est enregistré');
    await context.close();
  });
});

test('a form that another site sends is refused', async () => {
  const answer = await fetch(`${product.url}/styleguide`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example' },
    body: new URLSearchParams({ description: 'forged' }),
  });
  expect(answer.status).toBe(403);
});

test('tabs move by the arrows, a list proposes, and a dialog gives the focus back', () =>
  visit({ viewport: SIZES.desk }, async (page) => {
    // The page answers keys once its script has come.
    await expect
      .poll(async () => {
        await page.getByRole('tab', { name: 'Historique' }).focus();
        await page.keyboard.press('ArrowRight');
        return page.getByRole('tabpanel').textContent();
      })
      .toContain('côté pair');

    await page.getByLabel('Dans quelle rue').fill('lav');
    await page.getByRole('option', { name: 'Place du Lavoir' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Dans quelle rue').inputValue()).toBe('Place du Lavoir');

    const opener = page.getByRole('button', { name: 'Classer sans suite…' });
    await opener.click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect
      .poll(() => opener.evaluate((button) => button === document.activeElement))
      .toBe(true);
  }));
