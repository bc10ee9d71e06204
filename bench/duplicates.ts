import path from 'node:path';
import pg from 'pg';
import { loadConfig } from '../server/src/platform/config/index.ts';
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded/index.ts';
import { openPlatform } from '../server/src/program.ts';
import { createApp } from '../server/src/wiring.ts';
import { LAMP_OUT, prepareVar } from '../server/test/prepare-var.ts';
import { freePort, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';
import { atLeast, atMost, type Bench, type Goal, round } from './bench.ts';
import { beside } from './beside.ts';
import { brussels, fixMyStreet, ours, type Rule, signalen } from './duplicate-rules.ts';
import { fillInbox } from './fill-inbox.ts';
import { fitWeights } from './fit-duplicates.ts';
import { judge, type Verdict } from './judge-duplicates.ts';
import { recordStatements, replay, type Statement } from './recorded-statements.ts';
import {
  isDataHere,
  parisReports,
  type SetReport,
  withRepeats,
  zurichReports,
} from './repeated-reports.ts';

const REQUESTS = 1_000_000;
const ROUNDS = 5;
const ASKED_PER_ROUND = 100;
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min' };
const LIMIT_MS = 50;

/** Where the portal asks; Brussels' rank is given the best of these on the half that fits ours. */
const ASKED_FROM = 0.5;
const RANKS = [0, 5, 6, 7];

const bench: Bench = {
  about: 'duplicates: first proposals beside three peers’ rules; a lookup among a million requests',
  async run({ options, progress }) {
    const figures: Record<string, unknown> = {};
    const goals: Goal[] = [];
    if (isDataHere()) {
      Object.assign(figures, judgeRules(goals, options.fit === true, progress));
    } else {
      progress('SKIPPED: the reports of Paris and Zürich are not beside the project');
      figures.rules = 'skipped: no data';
    }
    if (options.requests !== '0') {
      figures.lookup = await timeLookups(Number(options.requests ?? REQUESTS), goals, progress);
    }
    return { figures, goals };
  },
};

export default bench;

function judgeRules(goals: Goal[], fit: boolean, progress: (line: string) => void) {
  const figures: Record<string, unknown> = {};
  const sets = { Paris: withRepeats(parisReports(), 1), Zürich: withRepeats(zurichReports(), 2) };
  for (const [city, reports] of Object.entries(sets)) {
    const half = (reports[Math.floor(reports.length / 2)] as SetReport).at;
    if (fit) progress(`${city}: fitted ${JSON.stringify(fitWeights(reports, half))}`);
    const known = reports.filter(({ at }) => at < half);
    const start = new Date(0);
    const rank = RANKS.map((least) => ({ least, ...judge(known, brussels(least), start) })).reduce(
      (most, one) => (one.f1 > most.f1 ? one : most),
    ).least;
    const rules: Record<string, Rule> = {
      ours: ours(ASKED_FROM, true),
      'ours, without words': ours(ASKED_FROM, false),
      'FixMyStreet: same category, 250 m': fixMyStreet,
      'Signalen: same category, 50 m, 12 weeks': signalen,
      [`Brussels: rank from ${rank}`]: brussels(rank),
    };
    const verdicts: Record<string, Verdict> = {};
    for (const [name, rule] of Object.entries(rules)) {
      verdicts[name] = judge(reports, rule, half);
      progress(`${city}, ${name}: ${JSON.stringify(rounded(verdicts[name]))}`);
    }
    const { ours: own, 'ours, without words': _, ...peers } = verdicts;
    for (const [name, { f1 }] of Object.entries(peers)) {
      goals.push(atLeast(`${city}: F1 over ${name}`, (own?.f1 ?? 0) / f1, 1));
    }
    figures[city] = {
      reports: reports.length,
      injected: reports.filter(({ injected }) => injected).length,
      ...Object.fromEntries(Object.entries(verdicts).map(([name, one]) => [name, rounded(one)])),
    };
  }
  return figures;
}

const rounded = ({ precision, recall, f1 }: Verdict) => ({
  precision: round(precision),
  recall: round(recall),
  f1: round(f1),
});

async function timeLookups(count: number, goals: Goal[], progress: (line: string) => void) {
  const { varDir, remove } = await makeVar();
  const dataDir = path.join(varDir, 'pg');
  const postgres = await startEmbeddedPostgres({ dataDir, settings: SETTINGS, log: () => {} });
  const env = { DEMO: 'off', DATABASE_URL: postgres.url, TRUST_PROXY: '1' };
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    const prepared = await prepareVar(varDir, env);
    await fillInbox(varDir, env, prepared, count, progress);
    await client.connect();
    const statements = await recordLookups(varDir, env);
    const product = await startProduct({ varDir, port: await freePort(), env });
    try {
      const { served, bare, overhead } = await beside({
        rounds: ROUNDS,
        asked: ASKED_PER_ROUND,
        address: (index) => product.url + lookup(index),
        headers: {},
        sql: (index) => replay(client, statements[index] ?? []),
      });
      goals.push(atMost(`a lookup among ${count} requests: p95 ms`, served, LIMIT_MS));
      return {
        requests: count,
        'p95 ms': round(served),
        'bare SQL p95 ms': round(bare),
        overhead: round(overhead),
        statements: statements[0]?.length,
      };
    } finally {
      await product.end();
    }
  } finally {
    await client.end();
    await postgres.stop();
    await remove();
  }
}

/** A report of a lamp that is out, somewhere in either commune. */
function lookup(index: number): string {
  const [north, east] = [(index * 37) % 100, (index * 61) % 100];
  const query = new URLSearchParams({
    serviceCode: LAMP_OUT.code,
    lat: String(43.6 + north / 1_001),
    long: String((index % 2 ? 3.9 : 3.8) + east / 1_001),
    q: 'lampadaire éteint devant la gare',
  });
  return `/api/v1/public/duplicates?${query}`;
}

async function recordLookups(varDir: string, env: Record<string, string>) {
  const { platform, stop } = await openPlatform(
    loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', ...env }),
  );
  const app = await createApp(platform);
  try {
    const recorded: Statement[][] = [];
    for (let index = 0; index < ASKED_PER_ROUND; index++) {
      const ask = () =>
        app.inject({
          url: lookup(index),
          headers: { 'x-forwarded-for': `10.9.0.${index}` },
        });
      // Once before, so that what is kept in memory is not counted as SQL.
      await ask();
      recorded.push(await recordStatements(ask));
    }
    return recorded;
  } finally {
    await app.close();
    await stop();
  }
}
