import { type AddressInfo, connect, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { listMessages } from './list-messages.ts';
import { reactions } from './reactions.ts';
import { RELEASE } from './release-held-messages.ts';
import { sendMessage } from './send-message.ts';
import { tasks } from './tasks.ts';

/** What a real mail server received. */
interface Received {
  from: string;
  to: string[];
  data: string;
}

const open: { close(): Promise<unknown> }[] = [];
let received: Received[];
beforeEach(() => {
  received = [];
});
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** Starts a real mail server on a free port. @returns its URL */
async function mailServer(options: SMTPServerOptions = {}): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          data: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

/** Long ago, so that every new attempt is due at once; or far ahead, so that none is. */
const EVERY_ATTEMPT = '2020-01-01T09:00:00Z';
const FIRST_ATTEMPT = '2099-01-01T09:00:00Z';

async function townWith(url: string | undefined, at = EVERY_ATTEMPT) {
  const town = await createTown({
    at,
    reactions,
    tasks,
    config: {
      publicUrl: 'https://demandes.ouestville.example',
      ...(url && { smtp: { url, from: 'Ouestville <ne-pas-repondre@ouestville.example>' } }),
    },
  });
  open.push(town);
  return town;
}

/** A line to the mail server that breaks once, in the middle of the first mail. */
async function cutOnce(url: string): Promise<string> {
  let cut = false;
  const line = createServer((client) => {
    const server = connect(Number(new URL(url).port), '127.0.0.1');
    client.on('error', () => {});
    server.on('error', () => {});
    client.on('data', (chunk) => {
      if (!cut && chunk.includes('Auto-Submitted')) {
        cut = true;
        client.destroy();
        server.destroy();
      } else server.write(chunk);
    });
    server.pipe(client);
    client.on('close', () => server.destroy());
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  open.push({ close: async () => line.close() });
  return `smtp://127.0.0.1:${(line.address() as AddressInfo).port}`;
}

async function messagesOf(town: Town, serviceRequestId: string) {
  const { items } = await listMessages(town.platform, town.act(town.dispatcher), {
    serviceRequestId,
  });
  return items;
}

const header = (data: string, name: string) =>
  new RegExp(`^${name}:(.*(?:\\r\\n\\s.*)*)`, 'mi').exec(data)?.[1]?.replace(/\s+/g, ' ').trim();

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

describe('sending', () => {
  it('writes to the resident, once, by a real mail server', async () => {
    const town = await townWith(await mailServer());
    const request = await town.request();
    await town.drainJobs();
    expect(received).toHaveLength(1);
    const { from, to, data } = received[0] as Received;

    expect(from).toBe('ne-pas-repondre@ouestville.example');
    expect(to).toEqual(['odile@exemple.fr']);
    expect(header(data, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(data, 'To')).toBe('odile@exemple.fr');
    expect(data).toContain(`suivi/${request.code}`);
    const [message] = await messagesOf(town, request.id);
    expect(message).toMatchObject({
      kind: 'received',
      status: 'sent',
      attempts: 1,
      obstacle: null,
      sentAt: expect.any(String),
    });
    expect(header(data, 'Message-ID')).toBe(`<${message?.id}@ouestville.example>`);
  });

  it('recognises a second copy by its Message-ID, when the program dies after the hand-over', async () => {
    const town = await townWith(await mailServer());
    const request = await town.request();
    await town.drainJobs();
    const [message] = await messagesOf(town, request.id);
    await town.platform.db.pool.query(`UPDATE message SET status = 'queued'`);
    const payload = { territoryId: town.territoryId, messageId: message?.id as string };
    await tasks['messages/send']?.(town.platform, payload);
    await tasks['messages/send']?.(town.platform, payload);
    const id = `<${message?.id}@ouestville.example>`;
    expect(received.map(({ data }) => header(data, 'Message-ID'))).toEqual([id, id]);
  });

  it('writes in English to whoever chose it, and to nobody without address', async () => {
    const town = await townWith(await mailServer());
    const contact = { name: null, email: null, phone: '06 00 00 00 00' };
    const silent = await town.request({ contact });
    await town.request({ language: 'en' });
    await town.drainJobs();
    expect(received).toHaveLength(1);
    expect(header(received[0]?.data ?? '', 'Content-Language')).toBe('en');
    expect(await messagesOf(town, silent.id)).toEqual([]);
  });

  it('does not write again for a visit that moves within its day', async () => {
    const town = await townWith(await mailServer());
    const request = await town.request();
    const plan = async (scheduledStart: string) => {
      town.clock.advance(1_000);
      await town.platform.db.transaction((tx) =>
        town.platform.events.publish(tx, town.ownAct(), {
          type: 'service-request.planned',
          subject: request.id,
          organizationId: request.organizationId,
          data: { scheduledStart },
        }),
      );
      await town.drainJobs();
      const messages = await messagesOf(town, request.id);
      return messages.filter(({ kind }) => kind === 'planned').length;
    };
    expect(await plan('2026-11-26T07:00:00Z')).toBe(1);
    expect(await plan('2026-11-26T13:00:00Z')).toBe(1);
    expect(await plan('2026-11-27T07:00:00Z')).toBe(2);
  });

  it('forgets an address that was erased before the mail left', async () => {
    const town = await townWith(undefined);
    const request = await town.request();
    await town.drainJobs();
    await town.platform.db.pool.query(
      `UPDATE service_request SET contact_email = NULL; UPDATE message SET status = 'queued'`,
    );
    const [message] = await messagesOf(town, request.id);
    const never = { send: () => Promise.reject(new Error('sent')), close: () => {} };
    await sendMessage(town.platform, never, {
      territoryId: town.territoryId,
      messageId: message?.id as string,
    });
    expect((await messagesOf(town, request.id))[0]).toMatchObject({
      status: 'failed',
      obstacle: 'no-address',
    });
  });

  it.each([
    'odile@exemple.fr\r\nBcc: tous@exemple.fr',
    'odile@exemple.fr, autre@exemple.fr',
    'Odile <odile@exemple.fr>',
    'odile@exemple.fr> SIZE=0\r\nRCPT TO:<autre@exemple.fr',
  ])('refuses to send to %j', async (email) => {
    const town = await townWith(await mailServer());
    const request = await town.request({ contact: { name: null, email, phone: null } });
    await town.drainJobs();
    expect(received).toEqual([]);
    expect((await messagesOf(town, request.id))[0]?.status).toBe('failed');
  });
});

describe('a mail server in trouble', () => {
  it('is tried again when it says « later »', async () => {
    let refusals = 2;
    const url = await mailServer({
      onRcptTo: (_address, _session, done) =>
        done(refusals-- > 0 ? refusal(451, 'Greylisted, try again later') : null),
    });
    const town = await townWith(url);
    const request = await town.request();
    await town.drainJobs();
    expect(received).toHaveLength(1);
    expect((await messagesOf(town, request.id))[0]).toMatchObject({ status: 'sent', attempts: 3 });
  });

  it('is left alone between two attempts', async () => {
    const url = await mailServer({ onConnect: (_, done) => done(refusal(421, 'x')) });
    const town = await townWith(url, FIRST_ATTEMPT);
    const request = await town.request();
    await town.drainJobs();
    expect((await messagesOf(town, request.id))[0]).toMatchObject({
      status: 'queued',
      obstacle: 'unreachable',
      attempts: 1,
    });
    const { rows } = await town.platform.db.pool.query(
      `SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'messages/send' ORDER BY run_at DESC`,
    );
    expect(rows[0].run_at).toEqual(new Date(town.clock.now().getTime() + 60_000));
  });

  it('is not asked again when it refuses the address for good', async () => {
    const url = await mailServer({
      onRcptTo: (_address, _session, done) => done(refusal(550, 'No such user')),
    });
    const town = await townWith(url);
    const request = await town.request();
    await town.drainJobs();
    const [message] = await messagesOf(town, request.id);
    expect(message).toMatchObject({ status: 'failed', obstacle: 'refused', attempts: 1 });
    expect(message?.explanation).toContain('Joignez la personne autrement');
  });

  it('is not blamed on the resident when it refuses our password', async () => {
    const url = await mailServer({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(refusal(535, 'Bad credentials')),
    });
    const town = await townWith(url.replace('smtp://', 'smtp://moi:faux@'), FIRST_ATTEMPT);
    const request = await town.request();
    await town.drainJobs();
    expect((await messagesOf(town, request.id))[0]).toMatchObject({
      status: 'queued',
      obstacle: 'unreachable',
    });
  });

  it('loses nothing when it hangs up in the middle of a mail', async () => {
    const town = await townWith(await cutOnce(await mailServer()));
    const request = await town.request();
    await town.drainJobs();
    expect(received).toHaveLength(1);
    expect((await messagesOf(town, request.id))[0]).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('is given up after its last attempt', async () => {
    const town = await townWith('smtp://127.0.0.1:1');
    const request = await town.request();
    await town.drainJobs();
    expect((await messagesOf(town, request.id))[0]).toMatchObject({
      status: 'failed',
      obstacle: 'unreachable',
      attempts: 11,
    });
  });

  it('does not hold the program when it is slow to greet', async () => {
    const mute = createServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    open.push({ close: async () => mute.close() });
    const { port } = mute.address() as AddressInfo;
    const town = await townWith(`smtp://127.0.0.1:${port}?greetingTimeout=300`, FIRST_ATTEMPT);
    const request = await town.request();
    await town.drainJobs();
    expect((await messagesOf(town, request.id))[0]).toMatchObject({
      status: 'queued',
      obstacle: 'unreachable',
    });
  });
});

describe('without mail server', () => {
  it('holds the messages, says why, and lets them go once there is one', async () => {
    const town = await townWith(undefined);
    const request = await town.request();
    await town.drainJobs();
    expect((await messagesOf(town, request.id))[0]).toMatchObject({
      status: 'held',
      obstacle: 'no-mail-server',
      explanation: expect.stringContaining('Le message partira dès qu’il le sera'),
    });
    await tasks[RELEASE]?.(town.platform, {});
    expect((await messagesOf(town, request.id))[0]?.status).toBe('held');

    const smtp = { url: await mailServer(), from: 'mairie@ouestville.example' };
    Object.assign(town.platform, { config: { ...town.platform.config, smtp } });
    await tasks[RELEASE]?.(town.platform, {});
    await tasks[RELEASE]?.(town.platform, {});
    await town.drainJobs();
    expect(received).toHaveLength(1);
    expect((await messagesOf(town, request.id))[0]).toMatchObject({ status: 'sent' });
  });

  it('lets go nothing that is no longer true', async () => {
    const town = await townWith(undefined);
    const request = await town.request();
    await town.drainJobs();
    town.clock.advance(16 * 86_400_000);
    const smtp = { url: await mailServer(), from: 'mairie@ouestville.example' };
    Object.assign(town.platform, { config: { ...town.platform.config, smtp } });
    await tasks[RELEASE]?.(town.platform, {});
    await town.drainJobs();
    expect(received).toEqual([]);
    expect((await messagesOf(town, request.id))[0]).toMatchObject({
      status: 'failed',
      obstacle: 'outdated',
    });
  });
});
