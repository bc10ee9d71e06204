import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { launchBrowser } from '../browser.ts';
import { type Office, openOffice, PHONE } from './office.ts';

const WORDS = 'Mme Durand, au 06 12 34 56 78, est tombée dans ce trou.';
const MASKED = 'Mme [nom], au [téléphone], est tombée dans ce trou.';

let office: Office;
let reader: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  office = await openOffice();
  reader = await launchBrowser();
});
afterAll(async () => {
  await reader?.close();
  await office?.close();
});

/** Somebody at home, with scripts or without. */
function atHome(javaScriptEnabled: boolean): Promise<BrowserContext> {
  return reader.newContext({
    baseURL: office.url,
    locale: 'fr-FR',
    viewport: PHONE,
    javaScriptEnabled,
  });
}

/** Walks along the queue, by the keyboard, to the text. */
async function goTo(desk: Page, text: string) {
  await desk.locator('article').waitFor();
  for (let step = 0; step < 20; step++) {
    if ((await desk.locator('article').textContent())?.includes(text)) return;
    await desk.keyboard.press('j');
  }
  expect.fail(`${text} is not in the queue`);
}

/** The masked copy is made by a job, an instant after the report. */
async function waitForCopy(id: string) {
  await expect
    .poll(async () => {
      const detail = await office.ask<{ publicCopy: object | null }>(`/service-requests/${id}`);
      return detail.publicCopy !== null;
    })
    .toBe(true);
}

describe.each([
  { scripts: 'with scripts', javaScriptEnabled: true },
  { scripts: 'without scripts', javaScriptEnabled: false },
])('$scripts', ({ javaScriptEnabled }) => {
  test('a text is read by the desk with one key, read by everyone, and hidden when flagged', async () => {
    const { id, code } = await office.report(WORDS);
    await waitForCopy(id);

    const context = await atHome(javaScriptEnabled);
    const home = await context.newPage();
    await home.goto(`/carte/${id}`);
    await home.getByText('Le texte de l’habitant n’est pas publié.').waitFor();
    expect(await home.content()).not.toContain('Durand');
    expect(await home.content()).not.toContain(code);

    const desk = await office.arrive('claire');
    await desk.goto('/console/a-relire');
    await desk.getByRole('heading', { name: 'À relire avant publication' }).waitFor();
    await goTo(desk, MASKED);
    await checkAccess(desk);
    await desk.keyboard.press('p');
    await desk.getByText('Publié.', { exact: true }).waitFor();
    await desk.context().close();

    // Its page may be kept for a minute: another address is another page.
    await home.goto(`/carte/${id}?relue=1`);
    await home.getByText(MASKED).waitFor();
    if (javaScriptEnabled) await checkAccess(home);

    await home.getByText('Signaler un contenu').click();
    await home.getByRole('button', { name: 'Signaler ce contenu' }).click();
    await home.getByText('Ce contenu est caché jusqu’à ce qu’une personne l’ait relu.').waitFor();
    await home.getByText('Le texte de l’habitant n’est pas publié.').waitFor();
    await context.close();

    const again = await office.arrive('claire');
    await again.goto('/console/a-relire');
    await again.getByText('Signalé par un lecteur').waitFor();
    await goTo(again, MASKED);
    await again.keyboard.press('h');
    await again.getByText('Texte caché.', { exact: true }).waitFor();
    await again.context().close();
  });

  test('the list leads to the page of a request, and an unknown one says so', async () => {
    const { id } = await office.report('Un trou.');
    const context = await atHome(javaScriptEnabled);
    const home = await context.newPage();
    await home.goto('/carte');
    await home.locator(`a[href="/carte/${id}"]`).click();
    await home.getByRole('heading', { level: 1, name: 'Nid-de-poule' }).waitFor();
    await home.getByRole('link', { name: 'Moi aussi, je le signale' }).click();
    await home.waitForURL(/\/signaler\/lieu/);
    await home.goto('/carte/01890000-0000-7000-8000-000000000000');
    await home.getByRole('heading', { name: 'Cette demande n’est pas ici' }).waitFor();
    await context.close();
  });
});

test('a moderator mends the words with the keyboard', async () => {
  const { id } = await office.report(WORDS);
  await waitForCopy(id);
  const desk = await office.arrive('ana');
  await desk.goto('/console/a-relire');
  await goTo(desk, MASKED);
  await desk.keyboard.press('e');
  await desk.getByLabel('Texte public').fill('Une personne est tombée.');
  await desk.getByRole('button', { name: /Publier ainsi/ }).click();
  await desk.getByText('Publié.', { exact: true }).waitFor();
  const seen = await fetch(`${office.url}/api/v1/public/service-requests/${id}`);
  expect((await seen.json()).text).toBe('Une personne est tombée.');
  await desk.context().close();
});

test('an elected official reads facts, and files a request in everyone’s queue', async () => {
  await office.report('Un autre trou.');
  const page = await office.arrive('paul');
  await page.goto('/console/elus');
  await page.getByRole('heading', { name: 'À décider en premier' }).waitFor();
  await page
    .getByText(/priorité \d : /)
    .first()
    .waitFor();
  // What is first to be decided stands alone; the rest is one touch away.
  await page.getByRole('heading', { name: 'Des réponses toutes prêtes' }).click();
  await page
    .getByText(/demandes? depuis/)
    .first()
    .waitFor();
  expect(await page.content()).not.toContain('Durand');
  await checkAccess(page);
  await page.getByRole('heading', { name: 'Signaler quelque chose' }).click();
  await page.getByLabel('De quoi s’agit-il ?').selectOption('roads.pothole');
  await page.getByLabel('Adresse').fill('12 rue des Lilas');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText(/Demande .* enregistrée/).waitFor();
  await page.context().close();

  const inbox = await office.arrive('claire');
  await inbox.goto('/console?status=received&sort=newest');
  await inbox.getByText('Par un élu').first().waitFor();
  await inbox.context().close();
});
