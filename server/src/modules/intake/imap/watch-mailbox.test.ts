import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestApp } from '../../../../test/app.ts';
import { eventually } from '../../../../test/eventually.ts';
import { startImapServer, type TestImapServer } from '../../../../test/imap-server.ts';
import { headerOf, type ReceivedMail, startMailServer } from '../../../../test/mail-server.ts';
import { rawMail } from '../../../../test/raw-mail.ts';
import { createTown, staff, type Town } from '../../../../test/staffed-town.ts';
import { reactions, tasks } from '../../../wiring.ts';
import { noteTrouble } from '../mailbox-trouble-store.ts';
import { MOST_FROM_ALL } from '../model.ts';
import { listInbound } from '../store.ts';
import { readMailboxUrl } from './mailbox.ts';
import { watchMailbox } from './watch-mailbox.ts';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});
const opened = <T extends { close(): Promise<unknown> }>(one: T): T => {
  open.push(one);
  return one;
};

const QUICK = { pollMs: 400, firstPauseMs: 50, mostPauseMs: 200 };

async function townWithMail(more: { plugins?: string[] } = {}) {
  const imap = opened(await startImapServer(more));
  const outgoing = opened(await startMailServer());
  const town = opened(
    await createTown({
      reactions,
      tasks,
      // Mails bear the date of today: a mailbox that is new to us is read two weeks back.
      at: new Date().toISOString(),
      config: {
        publicUrl: 'https://demandes.ouestville.example',
        smtp: { url: outgoing.url, from: 'Ouestville <mairie@ouestville.example>' },
        replyTo: 'demandes@ouestville.example',
      },
    }),
  );
  return { imap, town, sent: outgoing.received };
}

function watch(town: Town, url: string) {
  const watcher = watchMailbox(town.platform, url, QUICK);
  return opened({ close: () => watcher.stop() });
}

const inbound = (town: Town) =>
  listInbound(town.platform.db.read, town.territoryId, { limit: 100 });
const countInbound = async (town: Town) => {
  const { rows } = await town.platform.db.pool.query('SELECT count(*) FROM inbound_message');
  return rows[0].count as number;
};
const requests = async (town: Town) => {
  const { rows } = await town.platform.db.pool.query(
    'SELECT * FROM service_request ORDER BY received_at, id',
  );
  return rows;
};

async function write(imap: TestImapServer, mail: object): Promise<void> {
  const smtp = await imap.smtp();
  const transport = createTransport({ url: smtp });
  await transport.sendMail({
    from: 'Odile Martin <odile@exemple.fr>',
    to: 'demandes@ouestville.example',
    ...mail,
  });
  transport.close();
}

describe('a mail', () => {
  it('becomes a request, is acknowledged, and its answer joins the request', async () => {
    const { imap, town, sent } = await townWithMail();
    watch(town, imap.url);
    await write(imap, {
      subject: 'Trou rue des Lilas',
      text: 'Bonjour,\nUn trou profond devant le 12.\n-- \nOdile',
    });
    await eventually(async () => (await inbound(town)).length === 1);
    await town.drainJobs();
    const [request] = await requests(town);
    expect(request).toMatchObject({
      channel: 'mail',
      service_code: 'unsorted',
      assignment: 'unclear',
      description: 'Trou rue des Lilas\n\nBonjour,\nUn trou profond devant le 12.',
      contact_name: 'Odile Martin',
      contact_email: 'odile@exemple.fr',
    });
    const [acknowledgement] = sent as [ReceivedMail];
    expect(sent).toHaveLength(1);
    expect(acknowledgement.to).toEqual(['odile@exemple.fr']);
    const replyTo = headerOf(acknowledgement.data, 'Reply-To') ?? '';
    expect(replyTo).toMatch(/^demandes\+[0-9a-f]{32}-[0-9a-f]{16}@ouestville\.example$/);
    await eventually(() => imap.mails()[0]?.flags.includes('\\Seen'));
  });

  it('is put away where the mailbox has a place for it', async () => {
    const { imap, town } = await townWithMail();
    imap.deliver(await rawMail());
    watch(town, `${imap.url}?archive=Traites`);
    await eventually(() => imap.mails('Traites').length === 1 && imap.mails().length === 0);
    expect(await inbound(town)).toHaveLength(1);
  });
});

describe('a mailbox', () => {
  it('that is new to us gives what was not read yet, once', async () => {
    const { imap, town } = await townWithMail();
    imap.deliver(await rawMail({ subject: 'Premier' }));
    const first = watch(town, imap.url);
    await eventually(async () => (await inbound(town)).length === 1);
    await eventually(() => imap.mails()[0]?.flags.includes('\\Seen'));
    await first.close();
    imap.deliver(await rawMail({ subject: 'Nouveau' }));
    watch(town, imap.url);
    await eventually(async () => (await inbound(town)).length === 2);
    await eventually(() => imap.mails()[1]?.flags.includes('\\Seen'));
    expect((await inbound(town)).map(({ sourceKey }) => sourceKey.split(':').at(-1))).toEqual([
      '2',
      '1',
    ]);
  });

  it('is told from that of another server of the same host', async () => {
    const { imap, town } = await townWithMail();
    const other = opened(await startImapServer());
    const folders = [imap, other];
    for (const server of folders) server.deliver(await rawMail({ subject: 'Premier' }));
    for (const { url } of folders) watch(town, url);
    await eventually(async () => (await inbound(town)).length === 2);
    other.deliver(await rawMail({ subject: 'Second' }));
    await eventually(async () => (await inbound(town)).length === 3);
    const { rows } = await town.platform.db.pool.query(
      'SELECT mailbox, last_uid FROM mailbox_cursor',
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { mailbox: `testuser@127.0.0.1:${new URL(imap.url).port}/INBOX`, last_uid: 1 },
        { mailbox: `testuser@127.0.0.1:${new URL(other.url).port}/INBOX`, last_uid: 2 },
      ]),
    );
  });

  it.each([
    ['imaps://mairie%40ville.fr:x@mail.example/', 'mairie@ville.fr@mail.example/INBOX'],
    ['imaps://mairie%40ville.fr:x@mail.example:993/', 'mairie@ville.fr@mail.example/INBOX'],
    ['imaps://voirie:x@mail.example:1993/Demandes', 'voirie@mail.example:1993/Demandes'],
    ['imap://voirie:x@[::1]/', 'voirie@::1/INBOX'],
    ['imap://voirie:x@[::1]:1143/', 'voirie@[::1]:1143/INBOX'],
  ])('%s is named %s', (url, name) => {
    expect(readMailboxUrl(url).name).toBe(name);
  });

  it('that hangs up is called again, and loses nothing', async () => {
    const { imap, town } = await townWithMail();
    watch(town, imap.url);
    for (let n = 0; n < 5; n++) {
      imap.deliver(await rawMail({ subject: `Mail ${n}` }));
      await eventually(async () => (await inbound(town)).length > n, { within: 15_000 });
      imap.hangUp();
    }
    expect(await inbound(town)).toHaveLength(5);
  });

  it('without IDLE is looked at from time to time', async () => {
    const { imap, town } = await townWithMail({ plugins: ['ID', 'UIDPLUS'] });
    watch(town, imap.url);
    await eventually(() => imap.connections() > 0);
    imap.deliver(await rawMail());
    await eventually(async () => (await inbound(town)).length === 1);
  });

  it('is watched by one process of several', async () => {
    const { imap, town } = await townWithMail();
    const watchers = [watch(town, imap.url), watch(town, imap.url), watch(town, imap.url)];
    for (let n = 0; n < 20; n++) imap.deliver(await rawMail({ subject: `Mail ${n}` }));
    await eventually(async () => (await inbound(town)).length === 20);
    expect(imap.connections()).toBe(1);
    expect(watchers).toHaveLength(3);
  });

  it('that does not answer, or refuses us, does not trouble the program', async () => {
    const { imap, town } = await townWithMail();
    watch(town, 'imap://testuser:testpass@127.0.0.1:1/INBOX');
    watch(town, imap.url.replace('testuser:testpass', 'autre:faux'));
    imap.deliver(await rawMail());
    watch(town, imap.url);
    await eventually(async () => (await inbound(town)).length === 1);
  });

  it('that cannot be read is told to those who sort, why and since when, until it is read again', async () => {
    const imap = opened(await startImapServer());
    const wrong = imap.url.replace('testuser:testpass', 'mairie:faux');
    const silent = 'imap://voirie:testpass@127.0.0.1:1/INBOX';
    const absent = imap.url.replace('INBOX', 'Absent');
    const app = opened(
      await createTestApp({ config: { mailboxes: [wrong, silent, absent, imap.url] } }),
    );
    const town = await staff(app);
    const desk = await app.login([{ organizationId: town.organizations.west, role: 'desk' }]);
    const path = '/api/v1/intake/mailbox-troubles';
    const troubles = async () => (await desk.get(path)).json().items;
    const watchers = [wrong, silent, absent, imap.url].map((url) => watch(town, url));
    await eventually(async () => (await troubles()).length === 3);
    const since = town.clock.now().toISOString();
    town.clock.advance?.(60_000);
    await eventually(() => imap.connections() > 0);
    const told = await troubles();
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { mailbox: 'mairie', folder: 'INBOX', fault: 'refused', since },
        { mailbox: 'voirie', folder: 'INBOX', fault: 'unreachable', since },
        { mailbox: 'testuser', folder: 'Absent', fault: 'no-folder', since },
      ]),
    );
    expect(JSON.stringify(told)).not.toMatch(/testpass|faux/);
    for (const watcher of watchers) await watcher.close();

    // The password is put right: the same mailbox, by the same name.
    const name = readMailboxUrl(imap.url).name;
    const trouble = { mailbox: name, fault: 'refused' as const, since: new Date(since) };
    await noteTrouble(town.platform.db.read, town.territoryId, trouble);
    expect(await troubles()).toHaveLength(4);
    watch(town, imap.url);
    await eventually(async () => (await troubles()).length === 3);

    const crew = await app.login([{ organizationId: town.organizations.west, role: 'crew' }]);
    expect((await crew.get(path)).statusCode).toBe(403);
    expect((await app.resident.get(path)).statusCode).toBe(401);
  });

  it('gives a mail of 40 MB by its beginning, in bounded memory', async () => {
    const { imap, town } = await townWithMail();
    const head = (await rawMail({ subject: 'Très lourd' })).toString('latin1');
    imap.deliver(Buffer.from(head + 'x'.repeat(76).concat('\r\n').repeat(520_000), 'latin1'));
    watch(town, imap.url);
    await eventually(async () => (await inbound(town)).length === 1, { within: 60_000 });
    const [message] = await inbound(town);
    expect(message).toMatchObject({ truncated: true });
    expect(message?.rawBytes).toBeGreaterThan(40_000_000);
    const kept = await town.platform.documents.get(message?.rawSha256 as string);
    expect(kept?.length).toBe(1_000_000);
    await town.drainJobs();
    expect((await requests(town))[0]?.description).toMatch(/^Très lourd/);
  }, 90_000);
});

describe('a flood', () => {
  // Ten thousand mails in a minute, at what a test may take: 380 at once, from as many authors.
  // Each is kept and read; the requests stop at their limit, and so do the answers.
  it('is kept whole, and answered only up to a limit', async () => {
    const { imap, town, sent } = await townWithMail();
    const mails = MOST_FROM_ALL + 80;
    for (let n = 0; n < mails; n++) {
      imap.deliver(
        `From: auteur${n}@exemple.fr\r\nSubject: Trou ${n}\r\nMessage-ID: <${n}@exemple.fr>\r\n\r\nUn trou.`,
      );
    }
    watch(town, imap.url);
    await eventually(async () => (await countInbound(town)) === mails, { within: 60_000 });
    await town.drainJobs();
    const { rows } = await town.platform.db.pool.query(
      'SELECT state, reason, count(*) FROM inbound_message GROUP BY 1, 2 ORDER BY 1',
    );
    const made = rows.find(({ state }) => state === 'request').count;
    // Jobs that run at the same moment do not see each other's request.
    expect(made).toBeGreaterThanOrEqual(MOST_FROM_ALL);
    expect(made).toBeLessThan(MOST_FROM_ALL + 50);
    expect(rows).toEqual([
      { state: 'held', reason: 'flood', count: mails - made },
      { state: 'request', reason: null, count: made },
    ]);
    expect(sent.length).toBe(made);
  }, 240_000);
});
