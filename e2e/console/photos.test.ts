import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

test('photos are seen large, one after the other, by keyboard', async () => {
  const photoIds = [await office.photograph('#884422'), await office.photograph('#224488')];
  const { id } = await office.report('Un banc cassé, deux photos.', { photoIds });
  const page = await office.arrive('claire');
  await page.goto(`/console/demandes/${id}`);
  const first = page.getByRole('button', { name: /1 sur 2/ });
  await first.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog').getByRole('img');
  const sourceOf = () => large.getAttribute('src');
  expect(await sourceOf()).toContain(photoIds[0]);
  await checkAccess(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(sourceOf).toContain(photoIds[1]);
  await page.keyboard.press('Escape');
  await large.waitFor({ state: 'hidden' });
  expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.context().close();
});
