import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { readSolomon, UNIT, verify } from '../engines/rounds/index.ts';
import { solveInWorkers } from '../server/src/platform/rounds/index.ts';
import { atMost, type Bench, round } from './bench.ts';
import { GOALS, PEERS, type SetName } from './rounds-peers.ts';

/** Where the instances may stand beside the project; docs/guide/benchmarks.md tells what they are. */
const BESIDE = path.join(import.meta.dirname, '../../shared/data/vrptw');
const FOLDERS: Record<SetName, string> = {
  solomon: 'solomon',
  homberger200: 'homberger/200',
  homberger400: 'homberger/400',
  homberger1000: 'homberger/1000',
};
const SEEDS = [1, 2, 3];

const bench: Bench = {
  about: 'rounds planned, beside the best known ones (--set, --seconds, --sample)',
  async run({ options, progress }) {
    const set = String(options.set ?? 'solomon') as SetName;
    if (!(set in FOLDERS)) throw new Error(`--set is one of ${Object.keys(FOLDERS).join(', ')}`);
    const seconds = Number(options.seconds ?? 10);
    if (!(seconds > 0)) throw new Error('--seconds is a number above 0');
    const data = String(options.data ?? process.env.ROUNDS_DATA ?? BESIDE);
    const folder = path.join(data, FOLDERS[set]);
    if (!existsSync(folder)) {
      const skipped = `no instances at ${folder}: see « rounds » in docs/guide/benchmarks.md`;
      progress(`Skipped: ${skipped}`);
      return { figures: { skipped }, goals: [] };
    }
    const best = readBest(path.join(data, 'BKS.csv'));
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort();
    const names = options.sample ? onePerClass(all) : all;
    const gaps: number[] = [];
    const byInstance: Record<string, number[]> = {};
    const start = process.cpuUsage();
    for (const name of names) {
      const id = name.replace('.txt', '').toUpperCase();
      const problem = readSolomon(readFileSync(path.join(folder, name), 'utf8'));
      const known = best.get(id);
      if (known === undefined) throw new Error(`no best known cost of ${id}`);
      byInstance[id] = [];
      for (const seed of SEEDS) {
        const plan = await solveInWorkers(problem, { seconds, seed });
        const { violations, cost } = verify(problem, plan);
        if (violations.length > 0 || plan.unserved.length > 0) {
          throw new Error(`${id}, seed ${seed}: ${JSON.stringify(violations.slice(0, 3))}`);
        }
        const gap = (cost.total / UNIT.dimacs / known - 1) * 100;
        gaps.push(gap);
        byInstance[id].push(Number(gap.toFixed(3)));
      }
      progress(`${id}: ${byInstance[id].join(' ')} %`);
    }
    const { user, system } = process.cpuUsage(start);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const goal = GOALS[set][seconds];
    return {
      figures: {
        set,
        'instances, seeds': [names.length, SEEDS.length],
        'seconds, threads': [seconds, availableParallelism()],
        'processor seconds a run': round((user + system) / 1e6 / gaps.length),
        'mean gap %': Number(mean.toFixed(4)),
        'largest gap %': Number(Math.max(...gaps).toFixed(4)),
        'gaps %': byInstance,
        peers: PEERS[set],
      },
      goals: goal === undefined ? [] : [atMost('mean gap %', mean, goal)],
    };
  },
};

export default bench;

function readBest(file: string): Map<string, number> {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const column = head.split(',').indexOf('bks_distance_dimacs');
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      return [(cells[0] ?? '').toUpperCase(), Number(cells[column])];
    }),
  );
}

/** The first of C1, C2, R1, R2, RC1, RC2. */
function onePerClass(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const kind = /^[a-z]+\d/i.exec(name)?.[0].toLowerCase() ?? name;
    if (seen.has(kind)) return false;
    seen.add(kind);
    return true;
  });
}
