import { parseArgs } from 'node:util';
import type { Bench, Goal } from './bench.ts';

/** Every benchmark by name; loaded only when it runs. */
const BENCHES: Record<string, () => Promise<{ default: Bench }>> = {
  intake: () => import('./intake.ts'),
  inbox: () => import('./inbox.ts'),
  open311: () => import('./open311.ts'),
  weight: () => import('./weight.ts'),
  classify: () => import('./classify.ts'),
  triage: () => import('./triage.ts'),
  locate: () => import('./locate.ts'),
  duplicates: () => import('./duplicates.ts'),
  streets: () => import('./streets.ts'),
  rounds: () => import('./rounds.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    json: { type: 'boolean' },
    list: { type: 'boolean' },
    set: { type: 'string' },
    seconds: { type: 'string' },
    sample: { type: 'boolean' },
  },
});
const [name] = positionals;

if (values.list) {
  for (const known of Object.keys(BENCHES)) {
    const { default: bench } = await (BENCHES[known] as () => Promise<{ default: Bench }>)();
    process.stdout.write(`${known.padEnd(12)} ${bench.about}\n`);
  }
} else if (name === undefined || !BENCHES[name]) {
  process.stderr.write(
    `Usage: npm run bench -- NAME [--json]\nNames: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  const { default: bench } = await BENCHES[name]();
  const { figures, goals } = await bench.run({
    options: values as Record<string, string | boolean>,
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: name, figures, goals })}\n`);
  else print(figures, goals);
  process.exitCode = goals.every(({ holds }) => holds) ? 0 : 1;
}

function print(figures: Record<string, unknown>, goals: Goal[]): void {
  for (const [figure, value] of Object.entries(figures)) {
    process.stdout.write(`${figure.padEnd(44)} ${JSON.stringify(value)}\n`);
  }
  for (const { name: goal, value, goal: wanted, holds } of goals) {
    process.stdout.write(`${holds ? 'holds' : 'FAILS'}  ${goal}: ${value} (goal ${wanted})\n`);
  }
}
