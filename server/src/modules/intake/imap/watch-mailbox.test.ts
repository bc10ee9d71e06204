import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../../test/eventually.ts';
import { startImapServer, type TestImapServer } from '../../../../test/imap-server.ts';
import { headerOf, type ReceivedMail, startMailServer } from '../../../../test/mail-server.ts';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import { reactions, tasks } from '../../../wiring.ts';
import { listInbound } from '../store.ts';
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
});
