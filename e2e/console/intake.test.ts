import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startImapServer, type TestImapServer } from '../../server/test/imap-server.ts';
import { startMailServer, type TestMailServer } from '../../server/test/mail-server.ts';
import { checkAccess } from '../access.ts';
import { type Office, openOffice, PHONE } from './office.ts';

let imap: TestImapServer;
let outgoing: TestMailServer;
let office: Office;
beforeAll(async () => {
  imap = await startImapServer();
  outgoing = await startMailServer();
  office = await openOffice({
    IMAP_URL: imap.url,
    SMTP_URL: outgoing.url,
    MAIL_FROM: 'Ouestville <mairie@ouestville.example>',
    MAIL_REPLY_TO: 'demandes@ouestville.example',
  });
});
afterAll(async () => {
  await office?.close();
  await imap?.close();
  await outgoing?.close();
});

async function write(mail: object): Promise<void> {
  const transport = createTransport({ url: await imap.smtp() });
  await transport.sendMail({
    from: 'Odile Martin <odile@exemple.fr>',
    to: 'demandes@ouestville.example',
    ...mail,
  });
  transport.close();
}

test('a mail becomes a request by itself, that the desk finds with what it came from', async () => {
  await write({
    subject: 'Trou dangereux',
    text: 'Bonjour,\nUn trou profond devant l’école Pasteur.\n\nEnvoyé de mon iPhone',
    attachments: [{ filename: 'constat.pdf', content: '%PDF-1.4 constat' }],
  });
  const page = await office.arrive('ana');
  await page.goto('/console/messages');
  await page.getByRole('heading', { name: 'Messages reçus' }).waitFor();
  await page.getByLabel('Montrer').selectOption({ label: 'Tous les messages' });
  await expect
    .poll(() => page.getByRole('row', { name: /Trou dangereux/ }).count(), { timeout: 20_000 })
    .toBe(1);
  const row = page.getByRole('row', { name: /Trou dangereux/ });
  await row.getByText('Nouvelle demande').waitFor();
  await checkAccess(page);
  await row.getByRole('link', { name: 'Trou dangereux' }).click();
  await page.getByText('Un trou profond devant l’école Pasteur.').waitFor();
  expect(await page.getByText('Envoyé de mon iPhone').count()).toBe(0);
  await page.getByRole('button', { name: 'Lire le message entier' }).click();
  await page.getByText('Envoyé de mon iPhone').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /constat\.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe('constat.pdf');
  await checkAccess(page);
  await page.getByRole('link', { name: /Ouvrir la demande/ }).click();
  await page.getByRole('heading', { name: 'À préciser' }).waitFor();
  await page.getByRole('heading', { name: 'Messages et pièces reçus' }).waitFor();
  await page.context().close();
});

test('what a machine wrote is set aside; a person may still make a request of it', async () => {
  await write({
    subject: 'Réponse automatique : absence',
    text: 'Je suis absente, mais le banc du parc est cassé.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  const page = await office.arrive('ana');
  await page.goto('/console/messages');
  const setAside = page.getByRole('link', { name: /Réponse automatique/ });
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.getByLabel('Montrer').selectOption({ label: 'Écartés' });
        // The list answers after the choice: a look at once would see it empty every time.
        return await setAside.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await setAside.click();
  await page.getByText('Réponse automatique d’une machine.').waitFor();
  await page.getByRole('button', { name: 'En faire une demande' }).click();
  await page.getByRole('link', { name: /Ouvrir la demande/ }).waitFor();
  await page.context().close();
});

test('a letter is scanned, summed up and registered by the keyboard alone', async () => {
  const page = await office.arrive('ana');
  await page.goto('/console/courrier');
  await page.getByRole('heading', { name: 'Enregistrer un courrier' }).waitFor();
  await checkAccess(page);
  await page.getByLabel('Pages numérisées').setInputFiles({
    name: 'lettre.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 lettre de madame Roux'),
  });
  await page.getByText('lettre.pdf est gardé').waitFor();
  await page.getByLabel('Résumé').focus();
  await page.keyboard.type('Demande un banc à l’ombre devant la mairie.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Simone Roux');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3 place du Marché\n99100 Ouestville');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Courrier enregistré' }).waitFor();
  await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
  await page.getByRole('link', { name: 'Ouvrir la demande' }).click();
  await page.getByText('Demande un banc à l’ombre devant la mairie.').first().waitFor();
  await page.getByText('3 place du Marché').waitFor();
  await page.getByRole('link', { name: /^Courrier, / }).click();
  await page.getByRole('link', { name: /lettre\.pdf/ }).waitFor();
  await page.context().close();
});

test('the pages hold on a telephone', async () => {
  const page = await office.arrive('ana', PHONE);
  for (const path of ['/console/messages', '/console/courrier']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});
