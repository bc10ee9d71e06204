import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { loadConfig } from '../server/src/platform/config/index.ts';
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded/index.ts';
import { openPlatform } from '../server/src/program.ts';
import { createApp } from '../server/src/wiring.ts';
import { type PreparedVar, prepareVar } from '../server/test/prepare-var.ts';
import { freePort, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';
import { startBareServer } from './bare-server.ts';
import { atMost, type Bench, type Goal, round } from './bench.ts';
import { beside } from './beside.ts';
import { fillInbox } from './fill-inbox.ts';
import { recordStatements, replay, type Statement } from './recorded-statements.ts';

const REQUESTS = 1_000_000;
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
  /** A whole page: what a bare HTTP server takes for the same SQL is told beside. */
  page?: boolean;
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
      await fillInbox(varDir, env, prepared, count, progress);
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
      const { page } = question;
      const { served, bare, overhead, ...more } = await beside({
        rounds: ROUNDS,
        asked: ASKED_PER_ROUND,
        address: (index) => url + question.path(index),
        headers,
        sql: (index) => replay(client, recorded[index] ?? []),
        ...(page && {
          startLimit: () =>
            startPageLimit(url + question.path(0), headers, env.DATABASE_URL ?? '', recorded),
        }),
      });
      figures[question.name] = {
        'p95 ms': round(served),
        'bare SQL p95 ms': round(bare),
        overhead: round(overhead),
        ...more,
        statements: recorded[0]?.length,
      };
      progress(`${question.name}: ${JSON.stringify(figures[question.name])}`);
      goals.push(atMost(`${question.name}: overhead over bare SQL`, overhead, LIMIT_OVERHEAD));
      goals.push(atMost(`${question.name}: p95 ms`, served, LIMIT_MS));
    }
  } finally {
    await app.close();
    await stop();
  }
  return { figures, goals };
}

/** The bare server with the pages' statements, sending as many bytes as the first page has. */
async function startPageLimit(
  page: string,
  headers: Record<string, string>,
  databaseUrl: string,
  recorded: Statement[][],
) {
  const { length: bytes } = await (await fetch(page, { headers })).arrayBuffer().then(Buffer.from);
  return startBareServer({
    databaseUrl,
    answers: recorded.map((statements) => ({ statements, bytes })),
  });
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
      page: pages,
    },
  ];
}
