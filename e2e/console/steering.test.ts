import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

test('what a resident wrote is a view of the inbox with its count, until somebody acts', async () => {
  const { id, code } = await office.report('Un trou devant le 12.');
  await office.report('Un autre, sans suite.', { point: { lat: 43.66, long: 3.86 } });
  const said = await fetch(`${office.url}/api/v1/public/tracking/${code}/words`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Il s’est agrandi.' }),
  });
  expect(said.ok).toBe(true);

  const page = await office.arrive('claire');
  await page.goto('/console');
  const view = page.getByRole('button', { name: /L’usager a écrit.* 1 demande/ });
  await view.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/resident=wrote/);
  const rows = page.locator('a[data-request]');
  await rows.getByText('L’usager a écrit').waitFor();
  expect(await rows.count()).toBe(1);
  await checkAccess(page);

  const { version } = await office.ask<{ version: number }>(`/service-requests/${id}`);
  await office.give(
    `/service-requests/${id}/ask`,
    { message: 'De quelle taille est-il ?' },
    version,
  );
  await page.getByRole('button', { name: /En attente de l’usager.* 1 demande/ }).click();
  await rows.getByText('En attente de l’usager').waitFor();
  await page.context().close();
});
