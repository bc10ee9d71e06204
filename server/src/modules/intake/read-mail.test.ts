import { randomBytes, randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  headerOf,
  type ReceivedMail,
  startMailServer,
  type TestMailServer,
} from '../../../test/mail-server.ts';
import { rawMail } from '../../../test/raw-mail.ts';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { eventsOf } from '../../platform/events/index.ts';
import { reactions, tasks } from '../../wiring.ts';
import type { Inbound } from './inbound.ts';
import { keepInbound } from './keep-inbound.ts';
import { MOST_FROM_ONE } from './model.ts';
import { attachmentsOf, findBySourceKey, listInbound } from './store.ts';

let town: Town;
let outgoing: TestMailServer;
beforeAll(async () => {
  outgoing = await startMailServer();
  town = await createTown({
    reactions,
    tasks,
    // Long ago, so that every job is due at once.
    at: '2020-01-07T09:00:00Z',
    config: {
      publicUrl: 'https://demandes.ouestville.example',
      smtp: { url: outgoing.url, from: 'Ouestville <mairie@ouestville.example>' },
      replyTo: 'demandes@ouestville.example',
    },
  });
});
afterAll(async () => {
  await town.close();
  await outgoing.close();
});
// An hour later, nobody has written lately.
afterEach(() => {
  town.clock.advance(2 * 60 * 60_000);
  outgoing.received.length = 0;
});

/** A mail comes, and is read. @returns what became of it */
async function receive(raw: Buffer | string, more: object = {}): Promise<Inbound> {
  const sourceKey = randomUUID();
  await town.platform.db.transaction((tx) =>
    keepInbound(town.platform, tx, town.territoryId, [
      { source: 'mail', sourceKey, raw: Buffer.from(raw), ...more },
    ]),
  );
  await town.drainJobs();
  const { read } = town.platform.db;
  const kept = await findBySourceKey(read, town.territoryId, 'mail', sourceKey);
  return kept ?? expect.fail('It is lost');
}

const requestOf = async ({ serviceRequestId }: Inbound) => {
  const { rows } = await town.platform.db.pool.query(
    'SELECT * FROM service_request WHERE id = $1',
    [serviceRequestId],
  );
  return rows[0];
};
const filesOf = ({ id }: Inbound) => attachmentsOf(town.platform.db.read, town.territoryId, [id]);
const acknowledgement = () => outgoing.received[0] ?? (expect.fail('None') as ReceivedMail);
const idOf = ({ data }: ReceivedMail) => /^Message-ID: (<.+>)\r?$/im.exec(data)?.[1] as string;
const from = (name: string) => `${name} <${name.toLowerCase()}@exemple.fr>`;

describe('a mail in ISO-8859-1', () => {
  it('is read with its accents, however it declares them', async () => {
    const head = 'From: odile@exemple.fr\r\nSubject: =?iso-8859-1?Q?=C9clairage?=\r\n';
    const body = Buffer.from('Le réverbère est cassé, coût élevé', 'latin1');
    for (const type of [
      'Content-Type: text/plain; charset=ISO-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n',
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n',
      '',
    ]) {
      const message = await receive(Buffer.concat([Buffer.from(`${head}${type}\r\n`), body]));
      expect(message).toMatchObject({
        state: 'request',
        subject: 'Éclairage',
        text: 'Le réverbère est cassé, coût élevé',
      });
      town.clock.advance(60 * 60_000);
    }
  });
});

describe('an answer', () => {
  const asked = async () => {
    const first = await receive(await rawMail({ from: from('Lea') }));
    return { first, code: (await requestOf(first)).code as string, ours: acknowledgement() };
  };

  it('joins its request by our Message-ID, whoever answers', async () => {
    const { first, ours } = await asked();
    const answer = await receive(
      await rawMail({
        from: from('Voisin'),
        inReplyTo: idOf(ours),
        text: 'Il s’est agrandi.\n\nLe lun. 3 mars 2025 à 10:12, Mairie a écrit :\n> Reçue',
      }),
    );
    expect(answer).toMatchObject({ state: 'words', serviceRequestId: first.serviceRequestId });
    const events = await eventsOf(town.platform.db.read, town.territoryId, [
      first.serviceRequestId as string,
    ]);
    const heard = events.find(({ type }) => type === 'service-request.resident-wrote');
    expect(heard?.reason).toBe('Il s’est agrandi.');
  });

  it('joins its request by the address that we signed, in any case', async () => {
    const { first, ours } = await asked();
    const to = headerOf(ours.data, 'Reply-To');
    const answer = await receive(await rawMail({ to: to?.toUpperCase(), from: from('Autre') }));
    expect(answer).toMatchObject({ state: 'words', serviceRequestId: first.serviceRequestId });
  });

  it('does not by an address that somebody forged', async () => {
    const { first } = await asked();
    const name = (first.serviceRequestId as string).replaceAll('-', '');
    const to = `demandes+${name}-0123456789abcdef@ouestville.example`;
    const answer = await receive(await rawMail({ to, from: from('Malin') }));
    expect(answer).toMatchObject({ state: 'request' });
    expect(answer.serviceRequestId).not.toBe(first.serviceRequestId);
  });

  it('joins by the code that it names only when it is its author’s', async () => {
    const { first, code } = await asked();
    const subject = `Demande ${code.toLowerCase()} : toujours là`;
    const stranger = await receive(await rawMail({ subject, from: from('Inconnue') }));
    expect(stranger).toMatchObject({
      state: 'request',
      mentionedRequestId: first.serviceRequestId,
    });
    const author = await receive(await rawMail({ subject, from: from('Lea'), text: 'Encore.' }));
    expect(author).toMatchObject({ state: 'words', serviceRequestId: first.serviceRequestId });
  });

  it('joins by the id of the thread, which is public, only when it is its author’s', async () => {
    const { first } = await asked();
    const thread = `<${first.serviceRequestId}@ouestville.example>`;
    const stranger = await receive(await rawMail({ references: thread, from: from('Inconnu') }));
    expect(stranger.state).toBe('request');
    const author = await receive(
      await rawMail({ references: thread, from: from('Lea'), text: 'Merci.' }),
    );
    expect(author).toMatchObject({ state: 'words', serviceRequestId: first.serviceRequestId });
  });
});

describe('a bounce', () => {
  const report = (recipient: string, messageId: string) =>
    [
      'From: MAILER-DAEMON@relais.example',
      'To: mairie@ouestville.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'I could not deliver.',
      '--x',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; relais.example',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--x',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      'Subject: Demande',
      '--x--',
      '',
    ].join('\r\n');
  const statusOf = async (messageId: string) => {
    const { rows } = await town.platform.db.pool.query('SELECT * FROM message WHERE id = $1', [
      messageId.slice(1, 37),
    ]);
    return rows[0];
  };

  it('of a mail that we sent marks it as failed, and operators see why', async () => {
    const first = await receive(await rawMail({ from: from('Partie') }));
    const messageId = idOf(acknowledgement());
    expect((await statusOf(messageId)).status).toBe('sent');
    const bounce = await receive(report('partie@exemple.fr', messageId));
    expect(bounce).toMatchObject({ state: 'bounce', serviceRequestId: first.serviceRequestId });
    expect(await statusOf(messageId)).toMatchObject({ status: 'failed', obstacle: 'refused' });
  });

  it('that is spoofed changes nothing', async () => {
    await receive(await rawMail({ from: from('Presente') }));
    const messageId = idOf(acknowledgement());
    const other = await receive(report('quelquun@exemple.fr', messageId));
    expect(other).toMatchObject({ state: 'ignored', reason: 'foreign-bounce' });
    const forged = `<${messageId.slice(1, 20)}${randomUUID().slice(19)}@ouestville.example>`;
    const unknown = await receive(report('presente@exemple.fr', forged));
    expect(unknown).toMatchObject({ state: 'ignored', reason: 'foreign-bounce' });
    expect((await statusOf(messageId)).status).toBe('sent');
  });
});

describe('what a mail carries', () => {
  it('is kept: photos made harmless, documents for operators alone', async () => {
    const create = { width: 60, height: 40, channels: 3 as const, background: '#a33' };
    const photo = await sharp({ create })
      .withExif({ IFD0: { Copyright: 'Odile' } })
      .jpeg()
      .toBuffer();
    const message = await receive(
      await rawMail({
        attachments: [
          { filename: 'trou.jpg', content: photo },
          { filename: 'plan.pdf', content: '%PDF-1.7 plan' },
        ],
      }),
    );
    const [kept, plan] = await filesOf(message);
    expect(kept).toMatchObject({ name: 'trou.jpg', type: 'image/jpeg', sha256: null });
    expect(plan).toMatchObject({ name: 'plan.pdf', type: 'application/pdf', fileId: null });
    const shown = await town.platform.files.read(town.territoryId, kept?.fileId as string, 'full');
    expect(shown?.bytes.includes('Odile')).toBe(false);
    const request = await requestOf(message);
    expect(request.photo_count).toBe(1);
    expect(request.description).toContain('[Un document joint.]');
  });

  it('is never unpacked, opened or believed: a zip bomb, a polyglot, a program', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    const polyglot = Buffer.concat([
      Buffer.from('GIF89a/*'),
      Buffer.from('*/=1;alert(1)//<script>alert(1)</script>'),
    ]);
    const message = await receive(
      await rawMail({
        attachments: [
          { filename: 'bombe.zip', content: Buffer.concat([Buffer.from('PK\u0003\u0004'), bomb]) },
          { filename: 'image.gif', content: polyglot, contentType: 'image/gif' },
          { filename: 'facture.pdf.exe', content: 'MZ\u0090', contentType: 'application/pdf' },
          { filename: 'page.html', content: '<script>alert(1)</script>' },
        ],
      }),
    );
    expect(message.state).toBe('request');
    const files = await filesOf(message);
    expect(files.map(({ name, type, fileId }) => [name, type, fileId])).toEqual([
      ['bombe.zip', 'application/octet-stream', null],
      ['image.gif', 'image/gif', null],
      ['facture.pdf.exe', 'application/octet-stream', null],
      ['page.html', 'application/octet-stream', null],
    ]);
  });
});

describe('a mail that is', () => {
  const nested = (times: number) => {
    let [head, tail] = ['', ''];
    for (let n = 0; n < times; n++) {
      head += `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`;
      tail = `\r\n--b${n}--${tail}`;
    }
    return `From: a@b.fr\r\n${head}Content-Type: text/plain\r\n\r\nAu fond${tail}`;
  };

  it.each([
    ['empty', ''],
    ['noise', randomBytes(20_000)],
    ['full of null bytes', 'From: a@b.fr\r\nSubject: x\0y\r\n\r\nUn\0 trou\0'],
    ['nested a hundred times', nested(100)],
    ['nested a thousand times', nested(1_000)],
    ['of mails in mails', `From: a@b.fr\r\n${'Content-Type: message/rfc822\r\n\r\n'.repeat(400)}x`],
    ['all header', `From: a@b.fr\r\nX-A: ${'y'.repeat(2_000_000)}\r\n\r\nx`],
    ['of a thousand headers', `From: a@b.fr\r\n${'X-A: b\r\n'.repeat(20_000)}\r\nx`],
    ['without end', 'From: a@b.fr\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\n'],
    ['of an impossible encoding', 'From: a@b.fr\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%'],
    [
      'of an unknown charset',
      'From: a@b.fr\r\nContent-Type: text/plain; charset=x-martian\r\n\r\nUn trou',
    ],
    ['of many addresses', `From: a@b.fr\r\nTo: ${'x@y.fr, '.repeat(20_000)}\r\n\r\nUn trou`],
  ])('%s loses nothing and harms nothing', async (_, raw) => {
    const message = await receive(raw);
    expect(['request', 'held']).toContain(message.state);
    expect(await town.platform.documents.get(message.rawSha256 as string)).toEqual(
      Buffer.from(raw),
    );
  });

  it('hostile HTML gives its words and nothing else', async () => {
    const html = `<style>p{}</style><p onclick="x()">Un <b>trou</b><script>alert(1)</script>
      <img src="https://espion.example/pixel.gif"><iframe src="javascript:alert(1)"></iframe>
      <svg/onload=alert(1)>&lt;script&gt;</p>${'<div>'.repeat(50)}rue des Lilas`;
    const message = await receive(await rawMail({ text: '', html }));
    expect(message.text).toContain('Un trou');
    expect(message.text).toContain('rue des Lilas');
    expect(message.text).not.toMatch(/alert|espion|onload|iframe/);
  });

  it('too large is taken in its beginning, and its author is told so', async () => {
    const beginning = (await rawMail({ from: from('Lourde') })).subarray(0, 1_000);
    const message = await receive(beginning, { truncated: true, bytes: 40_000_000 });
    expect(message).toMatchObject({ state: 'request', truncated: true, rawBytes: 40_000_000 });
    expect((await requestOf(message)).description).toContain('trop lourdes');
    expect(acknowledgement().data.replaceAll('=\r\n', '')).toMatch(/trop lourd/);
  });
});

describe('machines', () => {
  it('are kept, seen, and never answered', async () => {
    for (const headers of [
      { 'Auto-Submitted': 'auto-replied' },
      { 'List-Id': '<lettre.exemple.fr>' },
      { Precedence: 'bulk' },
    ]) {
      const message = await receive(await rawMail({ headers }));
      expect(message.state).toBe('ignored');
    }
    const ours = await receive(await rawMail({ from: 'mairie@ouestville.example' }));
    expect(ours).toMatchObject({ state: 'ignored', reason: 'loop' });
    expect(outgoing.received).toEqual([]);
  });

  it('that send the same mail twice make one request', async () => {
    const raw = await rawMail({ messageId: `<${randomUUID()}@exemple.fr>` });
    expect((await receive(raw)).state).toBe('request');
    const again = Buffer.concat([Buffer.from('Received: from autre.example\r\n'), raw]);
    expect(await receive(again)).toMatchObject({ state: 'ignored', reason: 'duplicate' });
  });

  it('that reuse another’s Message-ID hide nothing', async () => {
    const messageId = `<${randomUUID()}@exemple.fr>`;
    await receive(await rawMail({ messageId, from: from('Pirate'), text: 'x' }));
    expect((await receive(await rawMail({ messageId }))).state).toBe('request');
  });

  it('that write without end are acknowledged a few times, then wait for a person', async () => {
    const writers = MOST_FROM_ONE + 5;
    const states: string[] = [];
    for (let n = 0; n < writers; n++) {
      const mail = await rawMail({ from: from('Boucle'), text: `Message ${n}` });
      states.push((await receive(mail)).state);
    }
    expect(states.filter((state) => state === 'request')).toHaveLength(MOST_FROM_ONE);
    expect(outgoing.received).toHaveLength(MOST_FROM_ONE);
    const held = await listInbound(town.platform.db.read, town.territoryId, {
      states: ['held'],
      limit: 100,
    });
    expect(held.filter(({ reason }) => reason === 'too-many')).toHaveLength(5);
  });
});
