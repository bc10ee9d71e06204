import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Campaign, Load } from './clients.ts';

process.once('message', async (campaign: Campaign) => {
  process.send?.(await run(campaign));
});

async function run(campaign: Campaign): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: campaign.clients });
  const load: Load = { perSecond: 0, latencies: [], refused: {} };
  const start = performance.now();
  const end = start + campaign.seconds * 1_000;
  let next = 0;
  const client = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const path = campaign.paths?.[next++ % campaign.paths.length] ?? '';
      const status = await send(agent, campaign, path);
      if (status === campaign.expectedStatus) load.latencies.push(performance.now() - sent);
      else load.refused[status] = (load.refused[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: campaign.clients }, client));
  load.perSecond = load.latencies.length / ((performance.now() - start) / 1_000);
  agent.destroy();
  return load;
}

function send(agent: Agent, { url, method, headers, body }: Campaign, path: string) {
  return new Promise<number>((resolve, reject) => {
    const unique = randomUUID();
    const payload = body?.replaceAll('{unique}', unique);
    const outgoing = request(url + path, {
      agent,
      method,
      headers: {
        ...headers,
        ...(payload !== undefined && {
          'content-length': Buffer.byteLength(payload),
          'idempotency-key': unique,
        }),
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    outgoing.end(payload);
  });
}
