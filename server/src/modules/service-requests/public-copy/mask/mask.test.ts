import { describe, expect, it } from 'vitest';
import { HELD_OUT, TUNED_ON } from './labelled-texts.ts';
import { findPersonalData, maskPersonalData } from './mask.ts';
import { placeNameTest } from './place-names.ts';
import type { Span } from './span.ts';

/** Reads « {kind:passage} » marks. */
function readLabels(marked: string): { text: string; spans: Span[] } {
  let text = '';
  let at = 0;
  const spans: Span[] = [];
  for (const match of marked.matchAll(/\{([a-z-]+):([^}]+)\}/gu)) {
    text += marked.slice(at, match.index);
    const [, kind, passage = ''] = match;
    spans.push({
      start: text.length,
      end: text.length + passage.length,
      kind: kind as Span['kind'],
    });
    text += passage;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), spans };
}

/** A labelled passage counts as found only when all of its letters are masked: a half is a leak. */
function judge(marked: string) {
  const { text, spans } = readLabels(marked);
  const found = findPersonalData(text);
  const isMasked = ({ start, end }: Span) =>
    [...text.slice(start, end)].every(
      (letter, offset) =>
        !/[\p{L}\d]/u.test(letter) ||
        found.some((span) => span.start <= start + offset && start + offset < span.end),
    );
  const isRight = (span: Span) =>
    spans.some(({ start, end }) => span.start < end && start < span.end);
  return {
    text,
    missed: spans.filter((span) => !isMasked(span)).map(({ start, end }) => text.slice(start, end)),
    wrong: found.filter((span) => !isRight(span)).map(({ start, end }) => text.slice(start, end)),
    labelled: spans.length,
    found: found.length,
  };
}

function measure(name: string, texts: readonly string[]) {
  const judged = texts.map(judge);
  const sum = (pick: (one: ReturnType<typeof judge>) => number) =>
    judged.reduce((total, one) => total + pick(one), 0);
  const recall = 1 - sum(({ missed }) => missed.length) / sum(({ labelled }) => labelled);
  const precision = 1 - sum(({ wrong }) => wrong.length) / sum(({ found }) => found);
  const faults = judged.filter(({ missed, wrong }) => missed.length + wrong.length > 0);
  console.info(
    `${name}: ${texts.length} sentences, ${sum(({ labelled }) => labelled)} passages, ` +
      `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    faults.map(({ text, missed, wrong }) => ({ text, missed, wrong })),
  );
  return { precision, recall };
}

describe('on labelled French reports', () => {
  it('has texts enough to measure', () => {
    expect(TUNED_ON.length + HELD_OUT.length).toBeGreaterThanOrEqual(150);
  });

  it('masks nearly all on those that the rules were tuned on, and little else', () => {
    const { precision, recall } = measure('tuned on', TUNED_ON);
    expect(recall).toBeGreaterThanOrEqual(0.97);
    expect(precision).toBeGreaterThanOrEqual(0.97);
  });

  it('holds on those that they were not', () => {
    const { precision, recall } = measure('held out', HELD_OUT);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeGreaterThanOrEqual(0.9);
  });
});

describe('what the caller knows', () => {
  it('keeps names that are places here', () => {
    const isPlace = placeNameTest(['Rue Jeanne-Barret', 'Place du Docteur Sylvie Roche']);
    const masked = (text: string, options = {}) => maskPersonalData(text, options).text;
    expect(masked('Entre Jeanne Barret et le pont')).toBe('Entre [nom] et le pont');
    expect(masked('Entre Jeanne Barret et le pont', { isPlace })).toBe(
      'Entre Jeanne Barret et le pont',
    );
    expect(masked('Au Docteur Sylvie Roche, trou', { isPlace })).toBe(
      'Au Docteur Sylvie Roche, trou',
    );
  });

  it('masks the name of who reported, wherever it stands', () => {
    expect(
      maskPersonalData('zoltan bartok, 12 rue Foch', { knownNames: ['Zoltan Bartok'] }),
    ).toEqual({
      text: '[nom], 12 rue Foch',
      kinds: ['name'],
    });
  });
});

it('leaves a text that is about nobody as it is', () => {
  const text = 'Trou dans la chaussée,\n30 cm.';
  expect(maskPersonalData(text)).toEqual({ text, kinds: [] });
});

it('takes ten thousand hostile characters in well under a second', () => {
  for (const piece of [
    'M. ',
    'a.',
    '0 6 ',
    'rue de la ',
    'AB',
    '@',
    'Jean ',
    'code ',
    'é\n',
    'FR76 ',
    'www.',
    'un deux ',
    'zéro ',
  ]) {
    const started = performance.now();
    maskPersonalData(piece.repeat(10_000 / piece.length));
    expect(performance.now() - started, piece).toBeLessThan(1_000);
  }
});
