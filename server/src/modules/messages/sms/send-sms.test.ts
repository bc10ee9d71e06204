import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestApp } from '../../../../test/app.ts';
import { staff } from '../../../../test/staffed-town.ts';
import { createApiToken } from '../../../platform/auth/index.ts';
import { readContact } from '../../service-requests/index.ts';
import { RELEASE } from '../release-held-messages.ts';
import { tasks } from '../tasks.ts';

const TOKEN = 'un-jeton-de-seize-caracteres';
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

interface Posted {
  headers: IncomingHttpHeaders;
  body: { to: string; text: string; reference: string };
}

/** A real gateway: it keeps what it is given and answers as the test says. */
async function gateway(answer: (response: ServerResponse) => void) {
  const posted: Posted[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      posted.push({ headers: request.headers, body: JSON.parse(text) });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => server.closeAllConnections() }, server);
  const { port } = server.address() as AddressInfo;
  return { posted, url: `http://127.0.0.1:${port}/envoi` };
}

const reply = (status: number, body: object) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const contact = readContact({ phone: '06 39 98 12 34' });

/** Long ago, so that every new attempt is due at once; a Tuesday at ten, when telephones may ring. */
async function townWith(url: string | undefined, at = '2020-01-07T09:00:00Z') {
  const town = await staff(
    await createTestApp({
      at,
      config: {
        publicUrl: 'https://demandes.test',
        ...(url && { sms: { url, token: TOKEN } }),
      },
    }),
  );
  open.push(town);
  const desk = await town.login([{ organizationId: town.organizations.west, role: 'desk' }]);
  const messagesOf = async (id: string) =>
    (await desk.get(`/api/v1/messages?serviceRequestId=${id}`)).json().items;
  return { town, messagesOf };
}

describe('a text message', () => {
  it('leaves by the gateway, to the number in the form that machines dial, once', async () => {
    const { posted, url } = await gateway(reply(200, { id: 'sms-1' }));
    const { town, messagesOf } = await townWith(url);
    const request = await town.request({ contact });
    await town.drainJobs();
    expect(posted).toHaveLength(1);
    expect(posted[0]?.body).toMatchObject({ to: '+33639981234' });
    expect(posted[0]?.body.text).toContain(`https://demandes.test/suivi/${request.code}`);
    expect(posted[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'idempotency-key': posted[0]?.body.reference,
    });
    expect(await messagesOf(request.id)).toMatchObject([
      { channel: 'sms', status: 'sent', attempts: 1, kind: 'received' },
    ]);
  });

  it.each([
    ['refuses it for ever', reply(422, { error: 'bad number' }), 1, 'refused'],
    ['is broken', reply(503, {}), 11, 'unreachable'],
    ['refuses our token', reply(401, {}), 11, 'unreachable'],
    ['answers nonsense', (r: ServerResponse) => r.end('<html>'), 11, 'unreachable'],
    [
      'sends us elsewhere',
      (r: ServerResponse) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      11,
      'unreachable',
    ],
    ['hangs up', (r: ServerResponse) => r.destroy(), 11, 'unreachable'],
  ])('that the gateway %s fails as it should', async (_what, answer, attempts, obstacle) => {
    const { posted, url } = await gateway(answer);
    const { town, messagesOf } = await townWith(url);
    const request = await town.request({ contact });
    await town.drainJobs();
    expect(await messagesOf(request.id)).toMatchObject([{ status: 'failed', obstacle, attempts }]);
    expect(posted.length).toBe(attempts);
    expect(new Set(posted.map(({ body }) => body.reference)).size).toBe(1);
  });

  it('waits for a gateway, and leaves when there is one', async () => {
    const { town, messagesOf } = await townWith(undefined);
    const request = await town.request({ contact });
    await town.drainJobs();
    expect(await messagesOf(request.id)).toMatchObject([
      { status: 'held', obstacle: 'no-sms-gateway' },
    ]);
    const { posted, url } = await gateway(reply(200, { id: 'sms-1' }));
    Object.assign(town.platform, {
      config: { ...town.platform.config, sms: { url, token: TOKEN } },
    });
    await tasks[RELEASE]?.(town.platform, {});
    await tasks[RELEASE]?.(town.platform, {});
    await town.drainJobs();
    expect(posted).toHaveLength(1);
  });
});

describe('a delivery report', () => {
  it('of a failure tells the desk to reach the person another way, once, whatever its order', async () => {
    const { posted, url } = await gateway(reply(200, { id: 'sms-1' }));
    const { town, messagesOf } = await townWith(url);
    const request = await town.request({ contact });
    await town.drainJobs();
    const reference = posted[0]?.body.reference;
    const report = (body: object, token = TOKEN) =>
      town.resident.send('POST', '/api/v1/sms/reports', body, { 'x-gateway-token': token });

    expect((await report({ reference, status: 'failed' }, 'autre')).statusCode).toBe(401);
    expect((await report({ reference, status: 'lost' })).statusCode).toBe(400);
    expect((await report({ reference: 'inconnue', status: 'failed' })).statusCode).toBe(404);
    const stranger = `${town.territoryId}.01890000-0000-7000-8000-000000000000`;
    expect((await report({ reference: stranger, status: 'failed' })).statusCode).toBe(404);
    expect((await report({ reference, status: 'delivered' })).statusCode).toBe(204);
    expect(await messagesOf(request.id)).toMatchObject([{ status: 'sent' }]);
    expect((await report({ reference, status: 'failed', error: 'absent' })).statusCode).toBe(204);
    expect((await report({ reference, status: 'failed' })).statusCode).toBe(204);
    expect(await messagesOf(request.id)).toMatchObject([{ status: 'failed', obstacle: 'refused' }]);
  });
});

describe('STOP', () => {
  it('ends everything that a number follows, is answered once, and lets nobody ask it again', async () => {
    const { posted, url } = await gateway(reply(200, { id: 'sms-1' }));
    const { town } = await townWith(url);
    const { west } = town.organizations;
    const address = '06 39 98 12 34';
    const followRequest = async (id: string) =>
      town.resident.send('POST', `/api/v1/public/service-requests/${id}/followers`, { address });
    const [first, second] = [await town.request(), await town.request()];
    await followRequest(first.id);
    const area = `/api/v1/public/areas/commune/${west}/followers`;
    await town.resident.send('POST', area, { address, frequency: 'immediate' });
    await town.drainJobs();
    const keys = posted.map(({ body }) => /suivi\/([\w-]+)\/confirmer/.exec(body.text)?.[1]);
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      await town.resident.send('POST', `/api/v1/public/followers/${key}/confirm`);
    }
    const own = await town.request({ contact });
    await town.drainJobs();
    posted.length = 0;

    const made = await createApiToken(town.platform, town.act(town.actor('administrator', west)), {
      name: 'Passerelle',
      organizationId: west,
      scopes: ['intake:sms'],
    });
    const stop = (id: string) =>
      town.resident.send(
        'POST',
        '/api/v1/intake/sms',
        { id, from: '+33639981234', text: 'STOP' },
        { authorization: `Bearer ${made.token}` },
      );
    await stop('stop-1');
    await town.drainJobs();
    await stop('stop-2');
    await followRequest(second.id);
    const dispatcher = await town.login([{ organizationId: west, role: 'dispatcher' }]);
    for (const { id } of [first, own]) {
      const path = `/api/v1/service-requests/${id}/answer`;
      const done = await dispatcher.send('POST', path, { message: 'Oui.' }, { 'if-match': '"1"' });
      expect(done.statusCode).toBe(200);
    }
    await town.drainJobs();
    expect(posted.map(({ body }) => [body.to, body.text])).toEqual([
      ['+33639981234', "C'est noté : nous ne vous enverrons plus de SMS à ce numéro."],
    ]);
    const { rows } = await town.platform.db.pool.query('SELECT address FROM follower');
    expect(rows).toEqual([]);
  });
});
