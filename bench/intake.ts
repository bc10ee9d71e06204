import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded/index.ts';
import { LAMP_OUT, prepareVar } from '../server/test/prepare-var.ts';
import { freePort, type ProductOptions, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';
import { commitRows, insertsOf } from './bare-rows.ts';
import { atLeast, type Bench, round } from './bench.ts';
import { type Campaign, runClients } from './clients.ts';
import { median, percentile } from './statistics.ts';

const CLIENTS = 50;
const ROUNDS = 5;
const SECONDS = 4;

const bench: Bench = {
  about:
    'acknowledged reports a second with 50 clients, beside bare committed inserts of the same rows',
  async run({ progress }) {
    const { varDir, remove } = await makeVar();
    const postgres = await startEmbeddedPostgres({
      dataDir: path.join(varDir, 'pg'),
      log: () => {},
    });
    const prepared = await prepareVar(varDir, { DATABASE_URL: postgres.url });
    const port = await freePort();
    const options = { varDir, port, env: { DEMO: 'off', DATABASE_URL: postgres.url } };
    const pool = new pg.Pool({ connectionString: postgres.url, max: CLIENTS });
    const sample = await sampleRows(options, prepared.token, pool);
    const product = await startProduct(options);
    try {
      const campaign: Campaign = {
        url: `${product.url}/api/v1/service-requests`,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${prepared.token}` },
        body: JSON.stringify(report),
        clients: CLIENTS,
        seconds: SECONDS,
        expectedStatus: 201,
      };
      progress('warming up');
      await runClients({ ...campaign, seconds: 3 });
      const acknowledged: number[] = [];
      const bare: number[] = [];
      const latencies: number[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        const load = await runClients(campaign);
        if (Object.keys(load.refused).length > 0) throw new Error(JSON.stringify(load.refused));
        acknowledged.push(load.perSecond);
        latencies.push(...load.latencies);
        await untilIdle(pool);
        bare.push(await bareInserts(pool, sample));
        progress(
          `round ${round}: ${load.perSecond | 0}/s acknowledged, ${bare.at(-1) as number | 0}/s bare`,
        );
      }
      const ratio = median(acknowledged.map((value, index) => value / (bare[index] as number)));
      return {
        figures: {
          'acknowledged reports per second': round(median(acknowledged)),
          'bare commits per second, same rows': round(median(bare)),
          'rows per report': sample.length,
          'p50 ms': round(percentile(latencies, 50)),
          'p99 ms': round(percentile(latencies, 99)),
        },
        goals: [atLeast('acknowledged / bare', ratio, 0.5)],
      };
    } finally {
      await pool.end();
      await product.end();
      await postgres.stop();
      await remove();
    }
  },
};

export default bench;

const report = {
  serviceCode: LAMP_OUT.code,
  description: 'Le lampadaire devant le 12 est éteint depuis lundi, on ne voit plus le trottoir.',
  point: { lat: 43.65, long: 3.85 },
  address: null,
  answers: {},
  photoIds: [],
  contact: { email: '{unique}@resident.example' },
  channel: 'phone',
  language: 'fr',
};

/** The limit: the same rows, each report's in a transaction, from as many connections. */
async function bareInserts(pool: pg.Pool, inserts: Parameters<typeof commitRows>[1]) {
  const end = performance.now() + SECONDS * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = await pool.connect();
      while (performance.now() < end) {
        await commitRows(client, inserts);
        done++;
      }
      client.release();
    }),
  );
  // Jobs of reports that nobody made must not be worked on.
  await pool.query(`DELETE FROM graphile_worker._private_jobs`);
  return done / SECONDS;
}

/** The rows of one report, read before any background work takes its jobs away. */
async function sampleRows(options: ProductOptions, token: string, pool: pg.Pool) {
  const serving = await startProduct({ ...options, command: 'serve' });
  const answer = await fetch(`${serving.url}/api/v1/service-requests`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(report).replaceAll('{unique}', randomUUID()),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  const inserts = await insertsOf(pool, ((await answer.json()) as { id: string }).id);
  await serving.end();
  return inserts;
}

/** Waits until the background work of the last round is done. */
async function untilIdle(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      'SELECT count(*)::int AS left FROM graphile_worker._private_jobs',
    );
    if (rows[0].left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
