import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { productUrl } from '../product.ts';
import { DESK, visit } from '../visit.ts';
import { findInTown, report } from './town.ts';

let town: Awaited<ReturnType<typeof findInTown>>;

beforeAll(async () => {
  town = await findInTown();
  await report(town.plain.code, town.address.point);
});

const canvas = (page: Page) => page.locator('canvas');
const chosen = (page: Page) => page.getByText('Point choisi');
const picker = () => {
  const { lat, long } = town.address.point;
  return `/signaler/lieu/carte?prestation=${town.plain.code}&point=${lat},${long}`;
};

async function pointAfter(page: Page) {
  await page.getByRole('button', { name: 'Choisir ce point' }).click();
  await page.waitForURL(/\/signaler\/lieu\?/);
  const [lat, long] = new URL(page.url()).searchParams.get('point')?.split(',').map(Number) ?? [];
  return { lat: lat ?? 0, long: long ?? 0 };
}

test('a touch on the map chooses the place, and the form goes on without script', () =>
  visit({}, async (page) => {
    await page.goto(picker());
    await canvas(page).waitFor();
    await expect.poll(() => page.getByText('Chargement').count()).toBe(0);
    const box = await canvas(page).boundingBox();
    await canvas(page).click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
    await chosen(page).waitFor();
    const { lat, long } = await pointAfter(page);
    expect(lat).toBeCloseTo(town.address.point.lat, 3);
    expect(long).toBeCloseTo(town.address.point.long, 3);
    expect(await page.getByText('Lieu choisi').count()).toBe(1);
  }));

test('Enter chooses the centre of the map, for who has no mouse', () =>
  visit({ viewport: DESK }, async (page) => {
    await page.goto(picker());
    await expect.poll(() => canvas(page).count()).toBe(1);
    await expect.poll(() => page.getByText('Chargement').count()).toBe(0);
    for (let tabs = 0; tabs < 20; tabs++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.tagName === 'CANVAS')) break;
    }
    expect(await page.getByText('Entrée : choisir le centre').count()).toBe(1);
    await page.keyboard.press('Enter');
    const { lat } = await pointAfter(page);
    expect(lat).toBeCloseTo(town.address.point.lat, 3);
  }));

test('« Me localiser » puts the pin where the phone is', () => {
  const { lat, long } = town.address.point;
  const geolocation = { latitude: lat + 0.0005, longitude: long };
  return visit({ geolocation, permissions: ['geolocation'] }, async (page) => {
    await page.goto(`/signaler/lieu/carte?prestation=${town.plain.code}`);
    await expect.poll(() => page.getByText('Chargement').count()).toBe(0);
    await page.getByRole('button', { name: 'Me localiser' }).click();
    await chosen(page).waitFor();
    expect((await pointAfter(page)).lat).toBeCloseTo(lat + 0.0005, 4);
  });
});

test('a position that is refused is said, and the map still works', () =>
  visit({ permissions: [] }, async (page) => {
    await page.goto(picker());
    await expect.poll(() => page.getByText('Chargement').count()).toBe(0);
    await page.getByRole('button', { name: 'Me localiser' }).click();
    await page.getByText('Votre position n’est pas disponible').waitFor();
  }));

test('nothing of the map comes from elsewhere, and the list is one press away', () =>
  visit({ viewport: DESK }, async (page) => {
    const strangers: string[] = [];
    page.on('request', (request) => {
      const ours = request.url().startsWith(productUrl());
      if (!ours && !/^(blob|data):/.test(request.url())) strangers.push(request.url());
    });
    await page.goto('/carte/interactive', { waitUntil: 'networkidle' });
    await expect.poll(() => page.getByText('Chargement').count()).toBe(0);
    expect(strangers).toEqual([]);
    await page.getByRole('link', { name: 'Voir la liste' }).click();
    await page.waitForURL(/\/carte$/);
  }));
