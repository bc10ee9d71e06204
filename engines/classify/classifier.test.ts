import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, measure, readModel, train, writeModel } from './index.ts';
import { makeReports } from './test/reports.ts';

const model = train(makeReports(300));
const classifier = createClassifier(model);
const first = (text: string) => classifier.predict({ text })[0]?.label;

describe('a classifier', () => {
  it.each([
    ['LAMPADAIRE ETEINT', 'lamp'],
    ['les lampadaires éteints', 'lamp'],
    ['lampadère etein', 'lamp'],
    ['des nids de poules', 'pothole'],
    ['un matela abandoné', 'dumping'],
  ])('understands « %s »', (text, label) => {
    expect(first(text)).toBe(label);
  });

  it('is right and sure on reports like those that it learnt', () => {
    const measured = measure(classifier, makeReports(100, 8));
    expect(measured.accuracy).toBeGreaterThan(0.97);
    expect(measured.decided).toBeGreaterThan(0.8);
    expect(measured.curve.at(-1)).toEqual({ coverage: 1, accuracy: measured.accuracy });
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['pictures', '🌳🚧'.repeat(200)],
    ['Arabic', 'مصباح الشارع معطل منذ أسبوع'],
    ['Chinese', '路灯坏了请尽快维修'],
    ['English', 'Somebody should really water those flowers'],
    ['noise', 'xkqz wvvb jjhq pfft'],
  ])('is not sure of %s', (_, text) => {
    expect(classifier.isSure({ text })).toBe(false);
  });

  it('says which words spoke for a label, in the order of their weight', () => {
    const reasons = classifier.explain({ text: 'Il y a un lampadaire éteint ici' }, 'lamp');
    expect(
      reasons
        .slice(0, 2)
        .map(({ source }) => source)
        .sort(),
    ).toEqual(['eteint', 'lampadaire']);
    for (const { weight } of reasons) expect(weight).toBeGreaterThan(0);
    expect(classifier.explain({ text: 'lampadaire' }, 'unknown')).toEqual([]);
  });

  it('reads ten thousand characters in a moment', () => {
    const start = performance.now();
    expect(first('le lampadaire est éteint '.repeat(400))).toBe('lamp');
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('gives probabilities that sum to 1, whatever it reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const sum = classifier.predict({ text }).reduce((all, one) => all + one.probability, 0);
        expect(sum).toBeCloseTo(1, 6);
      }),
    );
  });

  it('is the same after it was written and read', () => {
    const bytes = writeModel(model);
    const again = createClassifier(readModel(bytes));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        expect(again.suggest({ text }, 3)).toEqual(classifier.suggest({ text }, 3));
      }),
    );
    // Wherever the bytes begin, as a database driver hands them over.
    const shifted = Buffer.alloc(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readModel(shifted.subarray(3))).toEqual(readModel(bytes));
  });

  it('holds no word of those who wrote', () => {
    const text = Buffer.from(writeModel(model)).toString('latin1');
    for (const word of ['lampadaire', 'matelas', 'chauss']) expect(text).not.toContain(word);
  });

  it('refuses bytes that are no model, or half of one', () => {
    const bytes = writeModel(model);
    for (const length of [0, 3, 11, 40, bytes.length - 1]) {
      expect(() => readModel(bytes.subarray(0, length))).toThrow(RangeError);
    }
    expect(() => readModel(new Uint8Array(100))).toThrow('no model');
  });
});

describe('training', () => {
  it('makes the same model of the same examples, byte for byte', () => {
    expect(writeModel(train(makeReports(120)))).toEqual(writeModel(train(makeReports(120))));
  });

  it('bears one example, one label, and labels of one example', () => {
    const only = { text: 'un trou', label: 'pothole' };
    expect(createClassifier(train([only])).predict({ text: 'un trou' })).toEqual([
      { label: 'pothole', probability: 1 },
    ]);
    const odd = train([...makeReports(50), { text: 'un cygne blessé', label: 'animal', at: 0 }]);
    expect(odd.labels).toContain('animal');
    expect(() => train([])).toThrow(RangeError);
  });

  it('is never sure when it is not right often enough', () => {
    const labels = ['a', 'b', 'c'];
    const random = makeReports(200).map((report, at) => ({
      ...report,
      label: labels[(at * 7) % 3] as string,
    }));
    const confused = createClassifier(train(random, { precision: 0.95 }));
    expect(measure(confused, makeReports(50, 9)).decided).toBe(0);
  });

  it('lets tags, place and age speak where the words do not', () => {
    const here = { lat: 43.61, long: 3.87 };
    const there = { lat: 43.66, long: 3.95 };
    const reports = Array.from({ length: 200 }, (_, at) => ({
      text: 'un problème',
      tags: { side: at % 2 ? 'left' : 'right' },
      point: at % 4 < 2 ? here : there,
      at: at * 86_400_000,
    }));
    const byTag = train(reports.map((report) => ({ ...report, label: report.tags.side })));
    const [told] = createClassifier(byTag).predict({ text: 'un problème', tags: { side: 'left' } });
    expect(told?.label).toBe('left');

    const byPlace = train(
      reports.map((report) => ({ ...report, label: report.point === here ? 'here' : 'there' })),
    );
    const placed = createClassifier(byPlace);
    expect(placed.predict({ text: 'un problème', point: there })[0]?.label).toBe('there');
    expect(placed.explain({ point: there }, 'there')[0]?.source).toBe('place');

    const moved = reports.map(({ text, at }, day) => ({
      text,
      at,
      label: day < 160 ? 'old' : 'new',
    }));
    const recent = createClassifier(train(moved, { halfLifeDays: 10 }));
    expect(recent.predict({ text: 'un problème' })[0]?.label).toBe('new');
    expect(createClassifier(train(moved)).predict({ text: 'un problème' })[0]?.label).toBe('old');
  });
});
