import { describe, expect, it } from 'vitest';
import { commonProblems } from './common-problems.ts';
import { defineProblems } from './define-problems.ts';
import { collectProblems, problemsGuide } from './problems-guide.ts';

const problems = defineProblems('assets', {
  unknown: { status: 404, title: { fr: 'Inconnu', en: 'Unknown' } },
});

describe('collectProblems', () => {
  it('gathers every problem by type', () => {
    const types = collectProblems([commonProblems, problems]).map(({ type }) => type);
    expect(types).toEqual(types.toSorted());
    expect(types).toContain('/problems/assets/unknown');
    expect(types).toHaveLength(Object.keys(commonProblems).length + 1);
  });

  it('refuses two problems of one name', () => {
    expect(() => collectProblems([problems, problems])).toThrow('/problems/assets/unknown');
  });
});

describe('problemsGuide', () => {
  it('has one row for each problem', () => {
    expect(problemsGuide(collectProblems([problems]))).toContain(
      '| `/problems/assets/unknown` | 404 | Inconnu |  | Unknown |',
    );
  });
});

describe('every sentence', () => {
  it('is written in both languages, with French apostrophes', () => {
    for (const { title, detail } of collectProblems([commonProblems])) {
      for (const sentence of [title, ...(detail ? [detail] : [])]) {
        expect(sentence.fr).toMatch(/^\S.*\S$/);
        expect(sentence.en).toMatch(/^\S.*\S$/);
        expect(sentence.fr).not.toContain("'");
      }
    }
  });
});
