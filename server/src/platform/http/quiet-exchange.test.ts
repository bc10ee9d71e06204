import { Readable } from 'node:stream';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchange } from './quiet-exchange.ts';

let answered = 0;
const app = Fastify({ trustProxy: true });
app.addHook('onRequest', async (_request, { raw }) => {
  raw.setHeader('X-Frame-Options', 'DENY');
});
app.addHook('onResponse', async () => {
  answered += 1;
});
app.get('/who', async ({ ip, headers, query }) => ({
  ip,
  language: headers['accept-language'],
  query,
}));
app.get('/nothing', (_request, reply) => reply.code(204).send());
app.get('/moved', (_request, reply) => reply.redirect('/who', 303));
app.get('/broken', async () => {
  throw new Error('out of order');
});
app.get('/stream', async () => Readable.from(['one', 'two']));

beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const ask = (url: string, headers: Record<string, string> = {}) =>
  exchange(app.routing, {
    url,
    headers: { host: 'town.example', ...headers },
    remoteAddress: '::1',
  });

it.each(['/who?a=1&a=2', '/nothing', '/moved', '/broken', '/unknown', '/stream'])(
  '%s is answered as to a browser',
  async (path) => {
    const headers = { 'accept-language': 'fr', 'x-forwarded-for': '192.0.2.7' };
    const { port } = app.server.address() as { port: number };
    const by = await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' });
    const answer = await ask(path, headers);
    expect(answer.status).toBe(by.status);
    expect(answer.body).toBe(await by.text());
    for (const name of ['content-type', 'content-length', 'location', 'x-frame-options']) {
      expect(answer.headers[name] ?? null).toBe(by.headers.get(name));
    }
  },
);

it('is counted as every answer is', async () => {
  const before = answered;
  await ask('/who');
  expect(answered).toBe(before + 1);
});
