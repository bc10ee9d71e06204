import { afterEach, describe, expect, it } from 'vitest';
import { createTestApp } from '../../../test/app.ts';
import {
  headerOf,
  type ReceivedMail,
  startMailServer,
  type TestMailServer,
} from '../../../test/mail-server.ts';
import { staff } from '../../../test/staffed-town.ts';
import { recipientsOf } from './recipients.ts';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const api = (path: string) => `/api/v1${path}`;

async function townWithMail() {
  const mail: TestMailServer = await startMailServer();
  open.push(mail);
  const app = await createTestApp({
    // Long ago, so that every job is due at once.
    at: '2020-01-07T09:00:00Z',
    config: {
      publicUrl: 'https://demandes.ouestville.example',
      smtp: { url: mail.url, from: 'Ouestville <ne-pas-repondre@ouestville.example>' },
    },
  });
  open.push(app);
  return { ...(await staff(app)), received: mail.received };
}
type Town = Awaited<ReturnType<typeof townWithMail>>;

const follow = (town: Town, id: string, address = 'Voisine@Exemple.fr') =>
  town.resident.send('POST', api(`/public/service-requests/${id}/followers`), { address });

/** The text of a mail, as its reader sees it. */
function textOf({ data }: ReceivedMail): string {
  const [, body = ''] = /text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(data) ?? [];
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** The key in the link of the last mail to this address. */
function keyFor(town: Town, address: string): string {
  const mail = town.received.findLast(({ to }) => to.includes(address)) as ReceivedMail;
  return /\/suivi\/([\w-]+)\//.exec(textOf(mail))?.[1] ?? '';
}

async function confirmed(town: Town, id: string, address = 'voisine@exemple.fr') {
  await follow(town, id, address);
  await town.drainJobs();
  const key = keyFor(town, address);
  expect(
    (await town.resident.send('POST', api(`/public/followers/${key}/confirm`))).statusCode,
  ).toBe(200);
  return key;
}

async function answer(town: Town, id: string, version = 1) {
  const dispatcher = await town.login([
    { organizationId: town.organizations.west, role: 'dispatcher' },
  ]);
  const told = await dispatcher.send(
    'POST',
    api(`/service-requests/${id}/answer`),
    { message: 'C’est prévu au printemps.' },
    { 'if-match': `"${version}"` },
  );
  expect(told.statusCode).toBe(200);
}

describe('following a request', () => {
  it('begins with the owner’s yes: until then one mail leaves, and one only', async () => {
    const town = await townWithMail();
    const request = await town.request();
    await town.drainJobs();
    town.received.length = 0;

    expect((await follow(town, request.id)).statusCode).toBe(202);
    expect((await follow(town, request.id)).statusCode).toBe(202);
    await town.drainJobs();
    expect(town.received.map(({ to }) => to)).toEqual([['voisine@exemple.fr']]);
    expect(textOf(town.received[0] as ReceivedMail)).toMatch(/\/suivi\/[\w-]{24}\/confirmer/);

    const key = keyFor(town, 'voisine@exemple.fr');
    expect((await town.resident.get(api(`/public/tracking/${key}`))).statusCode).toBe(404);
    await answer(town, request.id);
    await town.drainJobs();
    expect(town.received.map(({ to }) => to.join())).toEqual([
      'voisine@exemple.fr',
      'odile@exemple.fr',
    ]);
  });

  it('tells each follower once, by their own page, and without the reporter’s words', async () => {
    const town = await townWithMail();
    const request = await town.request();
    await town.drainJobs();
    const key = await confirmed(town, request.id);
    await town.resident.send('POST', api(`/public/tracking/${request.code}/words`), {
      text: 'Je suis au 06 00 00 00 00',
    });
    await town.drainJobs();
    town.received.length = 0;
    await answer(town, request.id, 2);
    await town.drainJobs();

    expect(town.received.map(({ to }) => to.join()).sort()).toEqual([
      'odile@exemple.fr',
      'voisine@exemple.fr',
    ]);
    const mail = town.received.find(({ to }) => to.includes('voisine@exemple.fr')) as ReceivedMail;
    expect(textOf(mail)).toContain(`https://demandes.ouestville.example/suivi/${key}\n`.trim());
    expect(textOf(mail)).toContain('que vous suivez');
    expect(headerOf(mail.data, 'List-Unsubscribe')).toBe(
      `<https://demandes.ouestville.example/suivi/${key}/arret>`,
    );
    expect(headerOf(mail.data, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');

    const page = (await town.resident.get(api(`/public/tracking/${key}`))).json();
    expect(page).toMatchObject({ role: 'follower', code: request.code, status: 'answered' });
    expect(JSON.stringify(page)).not.toContain('06 00 00 00 00');
    const own = (await town.resident.get(api(`/public/tracking/${request.code}`))).json();
    expect(JSON.stringify(own)).toContain('06 00 00 00 00');
  });

  it('ends with one click, for followers and for reporters, and may end twice', async () => {
    const town = await townWithMail();
    const request = await town.request();
    await town.drainJobs();
    const key = await confirmed(town, request.id);
    for (const each of [key, key, request.code, 'n-existe-pas']) {
      const ended = await town.resident.send('POST', api(`/public/followers/${each}/end`));
      expect(ended.statusCode).toBe(204);
    }
    town.received.length = 0;
    await answer(town, request.id);
    await town.drainJobs();
    expect(town.received).toEqual([]);
    const left = await recipientsOf(
      town.platform,
      town.platform.db.read,
      town.territoryId,
      request.id,
    );
    expect(left).toMatchObject([{ key: 'reporter', channel: 'none', address: '' }]);
  });

  it('never annoys somebody else: five questions a day for one address, whoever asks', async () => {
    const town = await townWithMail();
    for (let index = 0; index < 7; index++) {
      await follow(town, (await town.request()).id, 'victime@exemple.fr');
    }
    await town.drainJobs();
    expect(town.received.filter(({ to }) => to.includes('victime@exemple.fr'))).toHaveLength(5);
  });

  it('refuses what is no address, and does not write twice to one', async () => {
    const town = await townWithMail();
    const request = await town.request();
    for (const address of [
      'x@y',
      'pas une adresse',
      '3977',
      'a@b.fr\r\nBcc: c@d.fr',
      'a@b.fr,c@d.fr',
    ]) {
      expect((await follow(town, request.id, address)).statusCode, address).toBe(422);
    }
    // The reporter's own address: they hear once.
    await confirmed(town, request.id, 'odile@exemple.fr');
    town.received.length = 0;
    await answer(town, request.id);
    await town.drainJobs();
    expect(town.received).toHaveLength(1);
  });
});

describe('what followers say', () => {
  it('« ce n’est pas fait » reopens, is counted, and comes first in the inbox', async () => {
    const town = await townWithMail();
    const request = await town.request({ priority: 4 });
    await town.request({ priority: 1 });
    await town.drainJobs();
    const key = await confirmed(town, request.id);
    const contest = () =>
      town.resident.send('POST', api(`/public/tracking/${key}/contest`), {
        text: 'Le trou est là',
      });
    expect((await contest()).statusCode).toBe(409);
    await answer(town, request.id);
    expect((await contest()).statusCode).toBe(204);
    const dispatcher = await town.login([
      { organizationId: town.organizations.west, role: 'dispatcher' },
    ]);
    const { items } = (await dispatcher.get(api('/service-requests?status=received'))).json();
    expect(items[0]).toMatchObject({
      id: request.id,
      status: 'received',
      reopenedCount: 1,
      disputedAt: expect.any(String),
      organization: { id: town.organizations.west },
    });
    const page = (await town.resident.get(api(`/public/tracking/${request.code}`))).json();
    expect(page.timeline.at(-1)).toMatchObject({
      title: 'Demande rouverte : « ce n’est pas fait »',
      detail: null,
    });
  });

  it('can no more be said sixty days after', async () => {
    const town = await townWithMail();
    const request = await town.request();
    await answer(town, request.id);
    town.clock.advance(61 * 86_400_000);
    const path = api(`/public/tracking/${request.code}/contest`);
    expect((await town.resident.send('POST', path, { text: 'Encore' })).statusCode).toBe(409);
  });
});
