import { Buffer } from 'node:buffer';
import { getFastTextClass, getFastTextModule } from 'fasttext.wasm.js';
import createBayes from 'wink-naive-bayes-text-classifier';

/** A well-known classifier, trained on the same tokens. */
export interface Peer {
  name: string;
  train(examples: readonly { tokens: string[]; label: string }[]): Promise<void>;
  /** Labels, the best first: three at most. */
  predict(tokens: string[]): string[];
}

/** Naive Bayes by wink, with the smoothing that served it best on the validation slice. */
export function winkBayes(): Peer {
  const bayes = createBayes();
  bayes.definePrepTasks([(text: string) => text.split(' ')]);
  bayes.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.1 });
  return {
    name: 'wink-naive-bayes 2.2',
    async train(examples) {
      for (const { tokens, label } of examples) bayes.learn(tokens.join(' '), label);
      bayes.consolidate();
    },
    predict: (tokens) =>
      bayes
        .computeOdds(tokens.join(' '))
        .slice(0, 3)
        .map(([label]) => label),
  };
}

/** fastText itself (WebAssembly), with word pairs and pieces of words as we have. */
export function fastText(): Peer {
  let labels: string[] = [];
  let predict: ((text: string, most: number) => string[]) | undefined;
  return {
    name: 'fastText (wasm 1.0)',
    async train(examples) {
      labels = [...new Set(examples.map(({ label }) => label))];
      const lines = examples.map(
        ({ tokens, label }) => `__label__${labels.indexOf(label)} ${tokens.join(' ')}\n`,
      );
      const FastText = await getFastTextClass({ getFastTextModule });
      const url = `data:text/plain;base64,${Buffer.from(lines.join('')).toString('base64')}`;
      // Softmax and 50 epochs served it best on the validation slice.
      const settings = {
        lr: 0.5,
        epoch: 50,
        wordNgrams: 2,
        minn: 3,
        maxn: 5,
        dim: 50,
        bucket: 200_000,
        loss: 'softmax',
        verbose: 0,
      };
      const model = (await quietly(() =>
        new FastText().trainSupervised(url, settings, () => {}),
      )) as FastTextModel;
      predict = (text, most) => {
        const found = model.predict(text, most);
        return Array.from({ length: found.size() }, (_, at) => found.get(at)[1]);
      };
    },
    predict: (tokens) =>
      (predict?.(tokens.join(' '), 3) ?? []).map(
        (name) => labels[Number(name.replace('__label__', ''))] ?? '',
      ),
  };
}

interface FastTextModel {
  predict(text: string, most: number): { size(): number; get(at: number): [number, string] };
}

/** It tells its progress on the standard output, where our figures go. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console;
  const { write } = process.stdout;
  console.log = () => {};
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    console.log = log;
    process.stdout.write = write;
  }
}
