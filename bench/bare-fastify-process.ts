import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';

/** The least that Fastify can do for an answer: one route, one text, no hook. */
process.once('message', async (bodies: [string, string][]) => {
  const texts = new Map(bodies);
  const app = Fastify();
  app.get('/open311/v2/*', (request, reply) => {
    const xml = request.url.includes('.xml');
    reply.type(xml ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8');
    return reply.send(texts.get(request.url));
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.send?.((app.server.address() as AddressInfo).port);
});
