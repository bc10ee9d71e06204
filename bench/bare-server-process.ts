import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { BareWork } from './bare-server.ts';
import { replay } from './recorded-statements.ts';

process.once('message', async ({ databaseUrl, answers }: BareWork) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const server = createServer(async (request, response) => {
    const answer = answers[Number(request.url?.slice(1))];
    await replay(client, answer?.statements ?? []);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(Buffer.alloc(answer?.bytes ?? 0, ' '));
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
