import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { type Office, openOffice, PHONE } from './office.ts';

let office: Office;
beforeAll(async () => {
  // The only server at hand is our own: the page asks it what may be reported there.
  office = await openOffice({
    OUTBOUND_NETWORKS: '127.0.0.1',
    // Without it a neighbour's key is refused.
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  });
});
afterAll(() => office?.close());

test('an administrator tries a server, says which service is which, and comes back to it', async () => {
  const page = await office.arrive('adele');
  await page.goto('/console/administration/open311');
  await page.getByLabel('Organisme').selectOption({ label: 'Ouestville' });
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.getByText('Donnez une adresse').waitFor();
  await page.getByLabel('Adresse de leur serveur').fill(`${office.url}/nulle-part`);
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.getByText('n’a pas répondu comme attendu').waitFor();
  await page.getByLabel('Adresse de leur serveur').fill(`${office.url}/open311/v2`);
  await page.getByLabel('Clé d’accès').fill('tres-secret');
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.getByText(/Leur serveur répond\s: \d+ prestations/).waitFor();
  const choice = page.locator('select[name^="service-"]').first();
  await choice.selectOption({ index: 1 });
  const chosen = await choice.inputValue();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Réglage enregistré').waitFor();
  await checkAccess(page);

  await page.reload();
  await page.getByLabel('Organisme').selectOption({ label: 'Ouestville' });
  await page.getByText('Une clé est enregistrée').waitFor();
  expect(await page.getByLabel('Adresse de leur serveur').inputValue()).toBe(
    `${office.url}/open311/v2`,
  );
  await page.getByText(chosen).first().waitFor();
  expect(await page.content()).not.toContain('tres-secret');
  await page.setViewportSize(PHONE);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});
