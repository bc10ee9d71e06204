import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

interface Seen {
  organization: { name: string } | null;
  assignment: string;
  contested: boolean;
  code: string;
}
const read = (id: string) => office.ask<Seen>(`/service-requests/${id}`);

test('the commune refuses with a reason, the métropole accepts, the resident reads it', async () => {
  // A lamp is the commune's; the rules name nobody else, so the métropole orients.
  const { id, code } = await office.report('Le lampadaire clignote.', {
    serviceCode: 'lighting.lamp-out',
  });
  expect(await read(id)).toMatchObject({ organization: { name: 'Ouestville' } });

  const page = await office.arrive('claire');
  await page.goto(`/console/demandes/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('f');
  const form = page.getByRole('form', { name: 'Dire que la demande n’est pas de votre ressort' });
  await form.getByLabel('Motif').selectOption('agreement-says-other');
  await form.getByLabel(/Pour les collègues/).fill('Voir la convention de 2024.');
  await checkAccess(page);
  await form.getByRole('button', { name: 'Refuser et faire suivre' }).click();
  await page.getByText('Refus enregistré').waitFor();
  await page.getByText('Personne ne la prend : à vous de décider').waitFor();
  expect(await read(id)).toMatchObject({
    organization: { name: 'Métropole d’essai' },
    contested: true,
    code,
  });

  await page.goto('/console');
  await page.getByRole('button', { name: /À orienter/ }).click();
  const row = page.locator(`a[data-request="${id}"]`);
  await row.getByText('Sans preneur').waitFor();
  await checkAccess(page);

  await page.goto(`/console/demandes/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('a');
  await page
    .getByRole('form', { name: 'Accepter la demande' })
    .getByRole('button', { name: 'Accepter' })
    .click();
  await page.getByText('Demande acceptée.', { exact: true }).waitFor();
  expect(await read(id)).toMatchObject({ assignment: 'certain', contested: false });

  const resident = await office.sitDown({ width: 360, height: 740 });
  await resident.goto(`/suivi/${code}`);
  await resident.getByText('Ouestville n’est pas compétent pour cette demande').waitFor();
  await resident.getByText(/Une convention confie ce cas à un autre organisme/).waitFor();
  await resident.getByText('Demande acceptée par Métropole d’essai').waitFor();
  expect(await resident.getByText('Voir la convention').count()).toBe(0);
  await checkAccess(resident);
  await Promise.all([page.context().close(), resident.context().close()]);
});

test('two organizations that pass it to each other find it in the queue of who orients', async () => {
  const { id } = await office.report('Lampadaire, encore.', { serviceCode: 'lighting.lamp-out' });
  const page = await office.arrive('claire');
  const pass = async (to: string) => {
    await page.goto(`/console/demandes/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('x');
    const form = page.getByRole('form', { name: 'Transférer à un autre organisme' });
    await form.getByLabel('Organisme').selectOption({ label: to });
    await form.getByLabel('Pourquoi ce transfert').fill('C’est à eux.');
    await form.getByRole('button', { name: 'Transférer' }).click();
    await page.getByText('Demande transférée.').waitFor();
  };
  await pass('Métropole d’essai');
  await pass('Ouestville');
  expect(await read(id)).toMatchObject({
    organization: { name: 'Métropole d’essai' },
    assignment: 'unclear',
    contested: true,
  });
  await page.context().close();
});

test('a wrong service is corrected, and the request finds its organization', async () => {
  const { id } = await office.report('Un trou dans la rue.', { serviceCode: 'lighting.lamp-out' });
  const page = await office.arrive('claire');
  await page.goto(`/console/demandes/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('g');
  const form = page.getByRole('form', { name: 'Corriger la prestation ou le lieu' });
  const service = form.getByRole('combobox', { name: 'Prestation' });
  await service.fill('voirie nid');
  await form.getByRole('option', { name: /^Trou ou nid-de-poule/ }).waitFor();
  await checkAccess(page);
  await service.press('Enter');
  expect(await service.inputValue()).toBe('Trou ou nid-de-poule');
  await form.getByRole('button', { name: 'Corriger' }).click();
  await page.getByText('Demande corrigée.').waitFor();
  expect(await read(id)).toMatchObject({ serviceCode: 'roads.pothole' });
  await page.context().close();
});

test('an administrator tests who would get it, and changes the rules with a date', async () => {
  const page = await office.arrive('adele');
  await page.goto('/console/administration/competences');
  await page.getByRole('heading', { name: 'Qui recevrait cette demande ?' }).waitFor();
  await page.getByLabel('Prestation', { exact: true }).selectOption('lighting.lamp-out');
  const map = page.getByLabel('Carte : choisir un lieu').first();
  await map.click();
  await page.getByText('Les règles examinées').waitFor();
  await page.getByText('Qui agit au même endroit pour le reste').waitFor();
  await checkAccess(page);

  // The métropole acts wherever the middle of the map is.
  const whose = page.getByLabel('Organisme', { exact: true });
  await whose.selectOption({ label: 'Métropole d’essai' });
  await page.getByRole('button', { name: 'Ajouter une règle' }).click();
  const form = page.getByRole('form', { name: 'Ajouter une règle' });
  await form.getByLabel('d’intérêt communautaire').check();
  await form.getByText('jamais prise pour « non »').waitFor();
  // Tried before it is written, at the place and for the service that were asked above.
  await page.getByRole('heading', { name: 'Qui recevrait ceci, avec cette règle ?' }).waitFor();
  await page.getByText('la règle essayée', { exact: true }).waitFor();
  await form.getByLabel('Prestations', { exact: true }).selectOption('g:Voirie');
  await page.getByText('La règle essayée ne concerne pas').waitFor();
  await form.getByLabel('Prestations', { exact: true }).selectOption('');
  await form.getByLabel('non', { exact: true }).check();
  await page.getByText('S’applique : l’organisme est exclu.').waitFor();
  await page.getByText('Sans cette règle :').waitFor();
  await checkAccess(page);
  await form.getByLabel('d’intérêt communautaire').check();
  await form.getByLabel('À partir du').fill('2030-01-01');
  await form.getByLabel('Base légale').fill('Délibération d’essai');
  await form.getByLabel('Pourquoi ce changement').fill('Essai');
  await checkAccess(page);
  await form.getByRole('button', { name: 'Ajouter une règle' }).click();
  await page.getByText('Règle ajoutée.').waitFor();
  const row = page.getByRole('row', { name: /Délibération d’essai/ });
  await row.getByText('à venir').waitFor();
  await row.getByRole('button', { name: /Arrêter/ }).click();
  const end = page.getByRole('form', { name: 'Arrêter la règle' });
  await end.getByLabel('Premier jour').fill('2030-06-01');
  await end.getByLabel('Pourquoi ce changement').fill('Essai fini');
  await end.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByText('Fin de la règle enregistrée.').waitFor();
  await page.context().close();
});
