import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  createClassifier,
  type Labelled,
  measure,
  train,
  wordsOf,
  writeModel,
} from '../engines/classify/index.ts';
import { atLeast, type Bench, type Goal, round } from './bench.ts';
import { fastText, type Peer, winkBayes } from './classify-peers.ts';
import { readLines, withoutContacts } from './labelled-reports.ts';

/** Where the set may stand beside the project; docs/guide/benchmarks.md tells how to obtain it. */
const BESIDE = path.join(import.meta.dirname, '../../shared/data/requests/konstanz_maengel.csv');
const HELD_OUT = 0.2;
const LEAST_PER_SECOND = 2_000;

const bench: Bench = {
  about: 'the service suggested from free text, on real reports, beside two known classifiers',
  async run({ options, progress }) {
    const file = String(options.data ?? process.env.CLASSIFY_DATA ?? BESIDE);
    if (!existsSync(file)) {
      const skipped = `no data at ${file}: see « classify » in docs/guide/benchmarks.md`;
      progress(`Skipped: ${skipped}`);
      return { figures: { skipped }, goals: [] };
    }
    const examples = readExamples(file, options);
    const cut = examples.length - Math.round(examples.length * HELD_OUT);
    const [known, future] = [examples.slice(0, cut), examples.slice(cut)];
    progress(`${known.length} reports to learn from, ${future.length} later ones to suggest for`);

    const start = performance.now();
    const model = train(known);
    const trainingMs = performance.now() - start;
    const classifier = createClassifier(model);
    const measured = measure(classifier, future);
    const perSecond = speedOf((example) => classifier.suggest(example, 3), future);
    const figures: Record<string, unknown> = {
      'reports, labels': [examples.length, model.labels.length],
      'accuracy @1, @3': [round(measured.accuracy), round(measured.accuracyAt3)],
      'sure of (share), right among these': [
        round(measured.decided),
        round(measured.decidedAccuracy),
      ],
      'accuracy by coverage': Object.fromEntries(
        measured.curve.map(({ coverage, accuracy }) => [coverage, round(accuracy)]),
      ),
      'training s': round(trainingMs / 1_000),
      'predictions a second of processor': round(perSecond),
      'model bytes': writeModel(model).length,
    };
    const goals: Goal[] = [];
    for (const peer of [winkBayes(), fastText()]) {
      const theirs = await measurePeer(peer, known, future);
      figures[peer.name] = theirs.figures;
      progress(`${peer.name}: ${JSON.stringify(theirs.figures)}`);
      goals.push({
        name: `accuracy @1 above ${peer.name}`,
        value: round(measured.accuracy),
        goal: `> ${round(theirs.accuracy)}`,
        holds: measured.accuracy > theirs.accuracy,
      });
    }
    goals.push(atLeast('predictions a second of processor', perSecond, LEAST_PER_SECOND));
    return { figures, goals };
  },
};

export default bench;

function readExamples(file: string, options: Record<string, unknown>): Labelled[] {
  const text = String(options.text ?? 'Text');
  const label = String(options.label ?? 'Kategorie');
  const date = String(options.date ?? 'Gemeldet-am');
  return readLines(file, date, String(options.id ?? 'ID'))
    .map((line) => ({
      text: withoutContacts(line[text] ?? ''),
      label: (line[label] ?? '').trim(),
      at: Date.parse(line[date] ?? ''),
    }))
    .filter((example) => example.label !== '' && example.text.trim() !== '');
}

async function measurePeer(peer: Peer, known: Labelled[], future: Labelled[]) {
  const start = performance.now();
  await peer.train(known.map(({ text = '', label }) => ({ tokens: wordsOf(text), label })));
  const trainingMs = performance.now() - start;
  const guesses = future.map(({ text = '' }) => peer.predict(wordsOf(text)));
  const share = (most: number) =>
    guesses.filter((labels, at) => labels.slice(0, most).includes(future[at]?.label ?? '')).length /
    future.length;
  const perSecond = speedOf(({ text = '' }) => peer.predict(wordsOf(text)), future);
  return {
    accuracy: share(1),
    figures: {
      'accuracy @1, @3': [round(share(1)), round(share(3))],
      'training s': round(trainingMs / 1_000),
      'predictions a second of processor': round(perSecond),
    },
  };
}

const LEAST_MS = 2_000;

/** By processor time: a neighbour that keeps the core busy changes nothing. */
function speedOf(predict: (example: Labelled) => unknown, examples: Labelled[]): number {
  const start = process.cpuUsage();
  let count = 0;
  let spent = 0;
  while (spent < LEAST_MS) {
    for (const example of examples) predict(example);
    count += examples.length;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1_000;
  }
  return count / (spent / 1_000);
}
