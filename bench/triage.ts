import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  createClassifier,
  type Example,
  type Labelled,
  measure,
  type TrainOptions,
  train,
} from '../engines/classify/index.ts';
import { atLeast, type Bench } from './bench.ts';
import { type Line, readLines } from './labelled-reports.ts';

const FILE = path.join(import.meta.dirname, '../../shared/data/requests/dansmarue_10000.csv');
const HELD_OUT = 2_000;
/** What « the service that most often had this subtype » reached where the data were first read. */
const GOAL = 0.984;

/** What is told of a report; each step adds to those before it. */
const STEPS: { name: string; parts: (keyof typeof PARTS)[]; options?: TrainOptions }[] = [
  { name: 'subtype alone', parts: ['subtype'] },
  { name: '+ its wording', parts: ['subtype', 'wording'] },
  { name: '+ place', parts: ['subtype', 'wording', 'place'] },
  {
    name: '+ time (the old weigh less)',
    parts: ['subtype', 'wording', 'place'],
    options: { halfLifeDays: 240 },
  },
];

const PARTS = {
  subtype: (line: Line): Example => ({
    tags: { subtype: subtypeOf(line), type: line.type ?? '' },
  }),
  wording: (line: Line): Example => ({ text: line.soustype ?? '' }),
  place: (line: Line): Example => ({
    tags: {
      district: line.arrondissement ?? '',
      quarter: line.conseilquartier ?? '',
      street: words(line.adresse?.split(',')[0]).filter((word) => !/\d/.test(word)),
    },
  }),
};

const bench: Bench = {
  about: 'the service in charge of real Paris reports, beside the majority of each subtype',
  async run({ progress }) {
    if (!existsSync(FILE)) {
      const skipped = `no data at ${FILE}`;
      progress(`Skipped: ${skipped}`);
      return { figures: { skipped }, goals: [] };
    }
    const lines = readLines(FILE, 'datedecl', 'id_dmr');
    const [known, future] = [lines.slice(0, -HELD_OUT), lines.slice(-HELD_OUT)];
    const majority = majorityAccuracy(known, future);
    const figures: Record<string, unknown> = { 'majority by subtype': round4(majority) };
    let best = measureStep(STEPS[0] as (typeof STEPS)[number], known, future);
    for (const step of STEPS) {
      best = measureStep(step, known, future);
      figures[step.name] = round4(best.accuracy);
      progress(`${step.name}: ${round4(best.accuracy)}`);
    }
    figures['accuracy @3'] = round4(best.accuracyAt3);
    figures['decided (share), right among these'] = [best.decided, best.decidedAccuracy].map(
      round4,
    );
    figures['accuracy by coverage'] = Object.fromEntries(
      best.curve.map(({ coverage, accuracy }) => [coverage, round4(accuracy)]),
    );
    return {
      figures,
      goals: [
        { ...atLeast('the service in charge', best.accuracy, GOAL), value: round4(best.accuracy) },
        {
          name: 'with place and time, above the majority by subtype',
          value: round4(best.accuracy),
          goal: `> ${round4(majority)}`,
          holds: best.accuracy > majority,
        },
        {
          name: 'right where it decides, above where it must',
          value: round4(best.decidedAccuracy),
          goal: `> ${round4(best.accuracy)}`,
          holds: best.decidedAccuracy > best.accuracy,
        },
      ],
    };
  },
};

export default bench;

function measureStep({ parts, options }: (typeof STEPS)[number], known: Line[], future: Line[]) {
  const toExample = (line: Line): Labelled => ({
    text: parts.map((part) => PARTS[part](line).text ?? '').join(' '),
    tags: Object.assign({}, ...parts.map((part) => PARTS[part](line).tags)),
    at: Date.parse(line.datedecl ?? ''),
    label: line.intervenant ?? '',
  });
  const model = train(known.map(toExample), { precision: 0.995, ...options });
  return measure(createClassifier(model), future.map(toExample));
}

/** The most frequent service of the subtype, or of the type where the subtype is new. */
function majorityAccuracy(known: Line[], future: Line[]): number {
  const bySubtype = majorities(known, subtypeOf);
  const byType = majorities(known, ({ type = '' }) => type);
  const right = future.filter(
    (line) => (bySubtype.get(subtypeOf(line)) ?? byType.get(line.type ?? '')) === line.intervenant,
  );
  return right.length / future.length;
}

function majorities(lines: Line[], keyOf: (line: Line) => string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, members] of Map.groupBy(lines, keyOf)) {
    const services = [...Map.groupBy(members, ({ intervenant = '' }) => intervenant)];
    const [most] = services.toSorted((a, b) => b[1].length - a[1].length);
    found.set(key, most?.[0] ?? '');
  }
  return found;
}

const subtypeOf = ({ type, soustype }: Line) => `${type} | ${soustype}`;
const words = (text = '') => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const round4 = (value: number) => Math.round(value * 10_000) / 10_000;
