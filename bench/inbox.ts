import { existsSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { importServiceRequests } from '../server/src/modules/service-requests/index.ts';
import { systemActor } from '../server/src/platform/acts/index.ts';
import { loadConfig } from '../server/src/platform/config/index.ts';
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded/index.ts';
import { openPlatform } from '../server/src/program.ts';
import { createApp } from '../server/src/wiring.ts';
import { type PreparedVar, prepareVar } from '../server/test/prepare-var.ts';
import { freePort, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';
import { atMost, type Bench, type Goal, round } from './bench.ts';
import { plausibleRequest } from './million.ts';
import { recordStatements, replay, type Statement } from './recorded-statements.ts';
import { median, percentile } from './statistics.ts';

const REQUESTS = 1_000_000;
const BATCH = 20_000;
const ROUNDS = 5;
const ASKED_PER_ROUND = 100;
/** As anyone would set a database of this size; the product and its SQL run on the same one. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min' };
const LIMIT_MS = 100;
const LIMIT_OVERHEAD = 2;

/** What an operator or a resident asks; `statements` says which API call has its SQL. */
interface Question {
  name: string;
  path(index: number): string;
  statements(index: number): string;
}

const bench: Bench = {
  about: 'with a million requests: inbox, search, map and tracking page beside their bare SQL',
  async run({ options, progress }) {
    const { varDir, remove } = await makeVar();
    const count = Number(options.requests ?? REQUESTS);
    const dataDir = path.join(varDir, 'pg');
    const postgres = await startEmbeddedPostgres({ dataDir, settings: SETTINGS, log: () => {} });
    // Readers come from many addresses, as they do through a town's HTTPS server.
    const env = { DEMO: 'off', DATABASE_URL: postgres.url, TRUST_PROXY: '1' };
    const client = new pg.Client({ connectionString: postgres.url });
    try {
      const prepared = await prepareVar(varDir, env);
      await fill(varDir, env, prepared, count, progress);
      await client.connect();
      const product = await startProduct({ varDir, port: await freePort(), env });
      try {
        return await measure(product.url, { varDir, env, prepared, client, progress });
      } finally {
        await product.end();
      }
    } finally {
      await client.end();
      await postgres.stop();
      await remove();
    }
  },
};

export default bench;

interface Setting {
  varDir: string;
  env: Record<string, string>;
  prepared: PreparedVar;
  client: pg.Client;
  progress(line: string): void;
}

/** Through the bulk import that a real history takes. */
async function fill(
  varDir: string,
  env: Record<string, string>,
  { territoryId, organizations }: PreparedVar,
  count: number,
  progress: (line: string) => void,
) {
  const { platform, stop } = await openPlatform(
    loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', ...env }),
  );
  const now = new Date();
  const communes = [
    { id: organizations.west, name: 'Ouestville', west: 3.8 },
    { id: organizations.east, name: 'Estville', west: 3.9 },
  ];
  const act = {
    territoryId,
    actor: systemActor('bench'),
    at: now,
    requestId: 'bench',
    language: 'fr' as const,
  };
  const started = performance.now();
  for (let start = 0; start < count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) =>
      plausibleRequest(start + index, now, communes),
    );
    await importServiceRequests(platform, act, rows);
    if ((start / BATCH) % 5 === 4) {
      const seconds = (performance.now() - started) / 1_000;
      progress(`${start + BATCH} requests imported in ${seconds | 0} s`);
    }
  }
  // Counting a million for the indicators is another benchmark's matter.
  await platform.db.pool.query('DELETE FROM graphile_worker._private_jobs');
  await platform.db.pool.query('VACUUM (ANALYZE) service_request');
  await platform.db.pool.query('VACUUM (ANALYZE) event');
  await stop();
}

async function measure(url: string, { varDir, env, prepared, client, progress }: Setting) {
  const codes = (
    await client.query('SELECT code FROM service_request ORDER BY code LIMIT 200')
  ).rows.map(({ code }) => code as string);
  const headers = { authorization: `Bearer ${prepared.token}` };
  const pages = existsSync(path.join(import.meta.dirname, '../web/build/handler.js'));
  const figures: Record<string, unknown> = {};
  const goals: Goal[] = [];
  const { platform, stop } = await openPlatform(
    loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', ...env }),
  );
  const app = await createApp(platform);
  try {
    for (const question of questions(codes, pages)) {
      // Asked once before, so that what the product keeps in memory is not counted as SQL.
      const ask = (index: number) => app.inject({ url: question.statements(index), headers });
      const recorded: Statement[][] = [];
      for (let index = 0; index < ASKED_PER_ROUND; index++) {
        await ask(index);
        recorded.push(await recordStatements(() => ask(index)));
      }
      const served: number[] = [];
      const bare: number[] = [];
      const ratios: number[] = [];
      for (let turn = 0; turn < ROUNDS; turn++) {
        const [over, under]: [number[], number[]] = [[], []];
        for (let index = 0; index < ASKED_PER_ROUND; index++) {
          under.push(await timed(() => replay(client, recorded[index] ?? [])));
          const reader = { ...headers, 'x-forwarded-for': `10.0.${turn}.${index}` };
          over.push(await timed(() => get(url + question.path(index), reader)));
        }
        served.push(percentile(over, 95));
        bare.push(percentile(under, 95));
        ratios.push(percentile(over, 95) / percentile(under, 95));
      }
      const overhead = median(ratios);
      figures[question.name] = {
        'p95 ms': round(median(served)),
        'bare SQL p95 ms': round(median(bare)),
        overhead: round(overhead),
        statements: recorded[0]?.length,
      };
      progress(`${question.name}: ${JSON.stringify(figures[question.name])}`);
      goals.push(atMost(`${question.name}: overhead over bare SQL`, overhead, LIMIT_OVERHEAD));
      goals.push(atMost(`${question.name}: p95 ms`, median(served), LIMIT_MS));
    }
  } finally {
    await app.close();
    await stop();
  }
  return { figures, goals };
}

function questions(codes: string[], pages: boolean): Question[] {
  const same = (name: string, path: (index: number) => string) => ({
    name,
    path,
    statements: path,
  });
  const words = [
    'lampadaire éteint',
    'banc cassé gare',
    'arbre renversé ecole',
    'trotoir dangereux',
    'poubelle stade',
  ];
  const code = (index: number) => codes[index % codes.length] ?? '';
  const corner = (index: number) => (index % 10) / 1_000;
  return [
    same('inbox, first page', () => '/api/v1/service-requests?status=received'),
    same(
      'full-text search',
      (index) =>
        `/api/v1/service-requests?q=${encodeURIComponent(words[index % words.length] ?? '')}`,
    ),
    same(
      'map viewport',
      (index) =>
        `/api/v1/service-requests/map?zoom=15&bbox=${3.82 + corner(index)},${43.62 + corner(index)},${3.84 + corner(index)},${43.635 + corner(index)}`,
    ),
    {
      name: pages ? 'tracking page' : 'tracking (API only: the pages are not built)',
      path: (index) => (pages ? `/suivi/${code(index)}` : `/api/v1/public/tracking/${code(index)}`),
      statements: (index) => `/api/v1/public/tracking/${code(index)}`,
    },
  ];
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function get(url: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: undefined }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    })
      .on('error', reject)
      .end();
  });
}
