import { request } from 'node:http';
import { median, percentile } from './statistics.ts';

interface Contest {
  rounds: number;
  /** Questions a round. */
  asked: number;
  address(index: number): string;
  headers: Record<string, string>;
  /** The SQL of the question alone. */
  sql(index: number): Promise<void>;
  /** For a page: the least that can answer it over HTTP. */
  startLimit?: () => Promise<{ url: string; stop(): void }>;
}

/** Medians over the rounds of each round's 95th percentile, in milliseconds. */
interface Outcome {
  served: number;
  bare: number;
  /** Over the SQL alone. */
  overhead: number;
  'bare HTTP p95 ms'?: number;
  'over bare HTTP'?: number;
}

/** Questions before counting: a program just started runs slower than it will all year. */
const WARM_UP = 1_000;

/** Asks the product, the SQL alone and the bare server in turn, so that noise strikes all alike. */
export async function beside(contest: Contest): Promise<Outcome> {
  const { rounds, asked, address, headers, sql } = contest;
  const limit = await contest.startLimit?.();
  for (let turn = 0; turn < WARM_UP; turn++) {
    const index = turn % asked;
    await sql(index);
    if (limit) await get(`${limit.url}/${index}`, {});
    await get(address(index), { ...headers, 'x-forwarded-for': `10.1.${turn >> 8}.${turn & 255}` });
  }
  const results: { served: number; bare: number; http: number }[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const [served, bare, http]: [number[], number[], number[]] = [[], [], []];
    for (let index = 0; index < asked; index++) {
      const reader = { ...headers, 'x-forwarded-for': `10.0.${turn}.${index}` };
      bare.push(await timed(() => sql(index)));
      if (limit) http.push(await timed(() => get(`${limit.url}/${index}`, {})));
      served.push(await timed(() => get(address(index), reader)));
    }
    const p95 = (values: number[]) => (values.length > 0 ? percentile(values, 95) : 0);
    results.push({ served: p95(served), bare: p95(bare), http: p95(http) });
  }
  limit?.stop();
  const middle = (of: (one: (typeof results)[number]) => number) => median(results.map(of));
  return {
    served: middle(({ served }) => served),
    bare: middle(({ bare }) => bare),
    overhead: middle(({ served, bare }) => served / bare),
    ...(limit && {
      'bare HTTP p95 ms': middle(({ http }) => http),
      'over bare HTTP': middle(({ served, http }) => served / http),
    }),
  };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function get(url: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    })
      .on('error', reject)
      .end();
  });
}
