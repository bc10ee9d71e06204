import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import {
  headerOf,
  type ReceivedMail,
  startBrokenLine,
  startMailServer,
  startMuteServer,
} from '../../../test/mail-server.ts';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { readContact } from '../service-requests/index.ts';
import { listMessages } from './list-messages.ts';
import { reactions } from './reactions.ts';
import { RELEASE } from './release-held-messages.ts';
import { sendMessage } from './send-message.ts';
import { tasks } from './tasks.ts';

const open: { close(): Promise<unknown> }[] = [];
let received: ReceivedMail[];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** Starts a real mail server. @returns its URL */
async function mailServer(options: SMTPServerOptions = {}): Promise<string> {
  const server = await startMailServer(options);
  open.push(server);
  received = server.received;
  return server.url;
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

async function messagesOf(town: Town, serviceRequestId: string) {
  const { items } = await listMessages(town.platform, town.act(town.dispatcher), {
    serviceRequestId,
  });
  return items;
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

describe('sending', () => {
  it('writes to the resident, once, by a real mail server', async () => {
    const town = await townWith(await mailServer());
    await town.platform.db.pool.query(
      `UPDATE organization SET email = 'voirie@ouestville.example'`,
    );
    const request = await town.request();
    await town.drainJobs();
    expect(received).toHaveLength(1);
    const { from, to, data } = received[0] as ReceivedMail;

    expect(from).toBe('ne-pas-repondre@ouestville.example');
    expect(to).toEqual(['odile@exemple.fr']);
    expect(headerOf(data, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(data, 'To')).toBe('odile@exemple.fr');
    expect(headerOf(data, 'Reply-To')).toBe('voirie@ouestville.example');
    expect(data).toContain(`suivi/${request.code}`);
    const [message] = await messagesOf(town, request.id);
    expect(message).toMatchObject({
      kind: 'received',
      status: 'sent',
      attempts: 1,
      obstacle: null,
      sentAt: expect.any(String),
    });
    expect(headerOf(data, 'Message-ID')).toBe(`<${message?.id}@ouestville.example>`);
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
    expect(received.map(({ data }) => headerOf(data, 'Message-ID'))).toEqual([id, id]);
  });

  it('writes in English to whoever chose it, and to nobody without address', async () => {
    const town = await townWith(await mailServer());
    const contact = readContact({ phone: '04 00 00 00 00' });
    const silent = await town.request({ contact });
    await town.request({ language: 'en' });
    await town.drainJobs();
    expect(received).toHaveLength(1);
    expect(headerOf(received[0]?.data ?? '', 'Content-Language')).toBe('en');
    expect(await messagesOf(town, silent.id)).toEqual([]);
  });

  it('does not write again for a visit that moves within its day', async () => {
    const town = await townWith(await mailServer());
    const request = await town.request();
    const tell = async (step: string, scheduledStart: string) => {
      town.clock.advance(1_000);
      await town.platform.db.transaction((tx) =>
        town.platform.events.publish(tx, town.ownAct(), {
          type: `service-request.${step}`,
          subject: request.id,
          organizationId: request.organizationId,
          data: { scheduledStart },
        }),
      );
      await town.drainJobs();
      const messages = await messagesOf(town, request.id);
      return messages.filter(({ kind }) => kind === 'planned').length;
    };
    expect(await tell('planned', '2026-11-26T07:00:00Z')).toBe(1);
    expect(await tell('planned', '2026-11-26T13:00:00Z')).toBe(1);
    expect(await tell('planned', '2026-11-27T07:00:00Z')).toBe(2);
    // The crew failed, and comes back the same day: that is news.
    await tell('back-to-triage', '2026-11-27T07:00:00Z');
    expect(await tell('planned', '2026-11-27T13:00:00Z')).toBe(3);
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
    await sendMessage(
      town.platform,
      { mailer: never, sms: undefined },
      {
        territoryId: town.territoryId,
        messageId: message?.id as string,
      },
    );
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
    const request = await town.request({ contact: readContact({ email }) });
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
    const line = await startBrokenLine(await mailServer());
    open.push(line);
    const town = await townWith(line.url);
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
    const mute = await startMuteServer();
    open.push(mute);
    const town = await townWith(`${mute.url}?greetingTimeout=300`, FIRST_ATTEMPT);
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
