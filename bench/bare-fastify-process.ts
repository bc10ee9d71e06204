import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';

/** The least that Fastify can do for an answer: one route, bytes that are ready, no hook. */
process.once('message', async (bodies: [string, string][]) => {
  // As the product keeps its answers: nothing is encoded at each question.
  const ready = new Map(bodies.map(([path, text]) => [path, Buffer.from(text)]));
  const app = Fastify();
  app.get('/open311/v2/*', (request, reply) => {
    const xml = request.url.includes('.xml');
    reply.type(xml ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8');
    return reply.send(ready.get(request.url));
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.send?.((app.server.address() as AddressInfo).port);
});
