import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMailServer, type TestMailServer } from '../../server/test/mail-server.ts';
import { checkAccess } from '../access.ts';
import { type Office, openOffice } from '../console/office.ts';
import { visit } from '../visit.ts';

let office: Office;
let mail: TestMailServer;
beforeAll(async () => {
  mail = await startMailServer();
  office = await openOffice({
    SMTP_URL: mail.url,
    MAIL_FROM: 'ne-pas-repondre@ouestville.example',
    PUBLIC_URL: 'http://demandes.ouestville.example',
  });
});
afterAll(async () => {
  await office?.close();
  await mail?.close();
});

/** The path in the last mail to this address that leads to such a page. */
async function linkIn(address: string, page: RegExp): Promise<string> {
  for (let tried = 0; tried < 100; tried++) {
    const found = mail.received
      .filter(({ to }) => to.includes(address))
      .map(({ data }) => page.exec(data.replace(/=\r\n/g, ''))?.[0])
      .findLast(Boolean);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail to ${address} leads to ${page}`);
}

const axe = async (page: Parameters<Parameters<typeof visit>[1]>[0]) => {
  await checkAccess(page);
};

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('%s', (how, javaScriptEnabled) => {
  const visitor = { javaScriptEnabled };
  const address = `voisine-${javaScriptEnabled}@exemple.fr`;

  test('a neighbour follows, after her own yes, writes, and says that it is not done', async () => {
    const { id, code } = await office.report(`Un trou, ${how}`);
    await visit(visitor, async (page) => {
      await page.goto(`${office.url}/suivi/${code}`);
      await page.getByLabel('Votre message').fill('Il est devant le numéro 12.');
      await page.getByRole('button', { name: 'Envoyer le message' }).click();
      expect(await page.getByRole('status').textContent()).toContain('Message envoyé');
      expect(await page.getByText('Il est devant le numéro 12.').count()).toBe(1);
      await page.getByLabel('Votre adresse électronique').fill(address);
      await page.getByRole('button', { name: 'Suivre cette demande' }).click();
      expect(await page.getByRole('status').textContent()).toContain('confirmez');

      await page.goto(office.url + (await linkIn(address, /\/suivi\/[\w-]{24}\/confirmer/)));
      await page.getByRole('button', { name: 'Oui, tenez-moi au courant' }).click();
      expect(await page.getByRole('status').textContent()).toContain('C’est confirmé');
      expect(await page.content()).not.toContain('devant le numéro 12');
    });

    const { version } = await office.ask<{ version: number }>(`/service-requests/${id}`);
    const explanation = 'Le trou a été rebouché à froid mardi.';
    await office.give(`/service-requests/${id}/complete`, { explanation }, version);
    const key = (await linkIn(address, /\/suivi\/[\w-]{24}#pas-fait/)).split('#')[0] as string;
    await visit(visitor, async (page) => {
      await page.goto(office.url + key);
      expect(await page.getByText('Le trou a été rebouché').count()).toBe(1);
      if (javaScriptEnabled) await axe(page);
      await page.getByRole('button', { name: 'Moyennement' }).click();
      expect(await page.getByRole('status').textContent()).toContain('votre avis est compté');
      await page.getByLabel('Ce qui reste à faire').fill('Le trou s’est rouvert.');
      await page.getByRole('button', { name: 'Ce n’est pas fait' }).click();
      expect(await page.getByRole('status').textContent()).toContain('La demande est rouverte');
      if (javaScriptEnabled) await axe(page);
      await page.goto(`${office.url}${key}/arret`);
      if (javaScriptEnabled) await axe(page);
      await page.getByRole('button', { name: 'Ne plus m’écrire' }).click();
      expect(await page.getByText('nous ne vous écrirons plus').count()).toBe(1);
    });
    const detail = await office.ask<{ status: string; reopenedCount: number; disputedAt: string }>(
      `/service-requests/${id}`,
    );
    expect(detail).toMatchObject({ status: 'received', reopenedCount: 1 });
    expect(detail.disputedAt).toBeTruthy();
  });

  test('the page can be read in easy French', async () => {
    const { code } = await office.report('Un autre trou');
    await visit(visitor, async (page) => {
      await page.goto(`${office.url}/suivi/${code}`);
      await page.getByRole('link', { name: 'français facile' }).click();
      expect(await page.getByText('Nous avons reçu votre demande.').count()).toBe(1);
      if (javaScriptEnabled) await axe(page);
    });
  });
});
