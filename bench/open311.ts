import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { loadConfig } from '../server/src/platform/config/index.ts';
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded/index.ts';
import { openPlatform } from '../server/src/program.ts';
import { createApp } from '../server/src/wiring.ts';
import { LAMP_OUT, prepareVar } from '../server/test/prepare-var.ts';
import { freePort, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';
import { atLeast, type Bench, round } from './bench.ts';
import { runClients } from './clients.ts';
import { fillInbox } from './fill-inbox.ts';
import { recordStatements, replay, type Statement } from './recorded-statements.ts';
import { median } from './statistics.ts';

const REQUESTS = 100_000;
const CLIENTS = 10;
const SECONDS = 4;
const ROUNDS = 3;
const GOAL = 0.5;
const CHANGING = 'list of 50, changing';

/**
 * Open311's list and detail: the product, the same bytes from a bare Fastify route, and the SQL of
 * one question alone, in turn within each round so that noise strikes all alike.
 *
 * « changing » has a request arrive ten times a second meanwhile: what is kept in memory is then
 * thrown away as often, and read again. No goal: the bare route has nothing to read again.
 */
const bench: Bench = {
  about: 'Open311 lists and details per second beside a bare Fastify route and the bare SQL',
  async run({ options, progress }) {
    const { varDir, remove } = await makeVar();
    const count = Number(options.requests ?? REQUESTS);
    const postgres = await startEmbeddedPostgres({
      dataDir: path.join(varDir, 'pg'),
      settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
      log: () => {},
    });
    const env = { DEMO: 'off', DATABASE_URL: postgres.url };
    const client = new pg.Client({ connectionString: postgres.url });
    try {
      const prepared = await prepareVar(varDir, env);
      await fillInbox(varDir, env, prepared, count, progress);
      await client.connect();
      const product = await startProduct({ varDir, port: await freePort(), env });
      try {
        const { token } = prepared;
        return await measure(product.url, { varDir, env, client, token, progress });
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
  client: pg.Client;
  token: string;
  progress(line: string): void;
}

async function measure(url: string, { varDir, env, client, token, progress }: Setting) {
  const { rows } = await client.query(
    `SELECT id FROM service_request WHERE received_at > now() - interval '60 days' LIMIT 200`,
  );
  const details = rows.map(({ id }) => `/open311/v2/requests/${id}.json`);
  const questions: Record<string, string[]> = {
    'list of 50': ['/open311/v2/requests.json?page_size=50'],
    'list of 1,000': ['/open311/v2/requests.json'],
    'list of 50, XML': ['/open311/v2/requests.xml?page_size=50'],
    detail: details,
    [CHANGING]: ['/open311/v2/requests.json?page_size=50'],
  };
  const figures: Record<string, unknown> = {};
  const goals = [];
  for (const [name, paths] of Object.entries(questions)) {
    const statements = await statementsOf(paths[0] as string, { varDir, env });
    const bodies = await bodiesOf(url, paths);
    const bare = await startBareRoute(bodies);
    const results: { product: number; bare: number; sql: number }[] = [];
    const load = async (origin: string) => {
      const { perSecond, refused } = await runClients({
        url: origin,
        method: 'GET',
        headers: {},
        paths,
        clients: CLIENTS,
        seconds: SECONDS,
        expectedStatus: 200,
      });
      if (Object.keys(refused).length > 0) throw new Error(JSON.stringify(refused));
      return perSecond;
    };
    for (let turn = 0; turn < ROUNDS; turn++) {
      const stopChanging = name === CHANGING ? keepChanging(url, token) : undefined;
      const product = await load(url);
      const changes = await stopChanging?.();
      if (changes !== undefined) progress(`${changes} requests arrived meanwhile`);
      results.push({
        product,
        bare: await load(bare.url),
        sql: await sqlPerSecond(client, statements),
      });
    }
    bare.stop();
    const middle = (of: (one: (typeof results)[number]) => number) => median(results.map(of));
    const share = middle(({ product, bare: limit }) => product / limit);
    figures[name] = {
      bytes: Buffer.byteLength(bodies[0]?.[1] ?? ''),
      'per second': Math.round(middle(({ product }) => product)),
      'bare Fastify per second': Math.round(middle(({ bare: limit }) => limit)),
      'bare SQL per second (one connection)': Math.round(middle(({ sql }) => sql)),
      share: round(share),
    };
    progress(`${name}: ${JSON.stringify(figures[name])}`);
    if (name !== CHANGING)
      goals.push(atLeast(`${name}: share of a bare Fastify route`, share, GOAL));
  }
  return { figures, goals };
}

/** Lets requests arrive ten times a second. @returns what ends it, and tells how many arrived */
function keepChanging(url: string, token: string): () => Promise<number> {
  const report = {
    serviceCode: LAMP_OUT.code,
    description: 'Un lampadaire est éteint.',
    point: { lat: 43.65, long: 3.85 },
    address: null,
    answers: {},
    photoIds: [],
    channel: 'web',
    language: 'fr',
  };
  const sent: Promise<Response>[] = [];
  const timer = setInterval(() => {
    sent.push(
      fetch(`${url}/api/v1/service-requests`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(report),
      }),
    );
  }, 100);
  return async () => {
    clearInterval(timer);
    const answers = await Promise.all(sent);
    return answers.filter(({ status }) => status === 201).length;
  };
}

/** What the database has to do for the question, read where nothing is kept in memory yet. */
async function statementsOf(question: string, { varDir, env }: Pick<Setting, 'varDir' | 'env'>) {
  const { platform, stop } = await openPlatform(
    loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', ...env }),
  );
  const app = await createApp(platform);
  try {
    // The catalogue, the directory, the host name: asked by everything, and kept.
    await app.inject({ url: '/open311/v2/requests.json?page_size=1' });
    return await recordStatements(() => app.inject({ url: question }));
  } finally {
    await app.close();
    await stop();
  }
}

async function sqlPerSecond(client: pg.Client, statements: readonly Statement[]): Promise<number> {
  const end = performance.now() + SECONDS * 250;
  let done = 0;
  for (; performance.now() < end; done++) await replay(client, statements);
  return done / (SECONDS / 4);
}

function bodiesOf(url: string, paths: string[]): Promise<[string, string][]> {
  return Promise.all(
    paths.map(
      async (one): Promise<[string, string]> => [one, await (await fetch(url + one)).text()],
    ),
  );
}

/** A bare Fastify, in a process of its own, that sends these very texts. */
async function startBareRoute(bodies: [string, string][]) {
  const child = fork(path.join(import.meta.dirname, 'bare-fastify-process.ts'));
  child.send(bodies);
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
