import { expect, it } from 'vitest';
import { ecoIndex, ecoIndexReference } from './ecoindex.ts';

const reference = ecoIndexReference();

it.skipIf(!reference)(
  'gives the published scores (skipped where the reference values are absent)',
  () => {
    const score = (dom: number, requests: number, kilobytes: number) => {
      const { score, grade } = ecoIndex({ dom, requests, kilobytes }, reference as never);
      return [Math.round(score * 10) / 10, grade];
    };
    expect(score(100, 100, 100)).toEqual([72, 'B']);
    expect(score(600, 40, 1024)).toEqual([60.9, 'C']);
    expect(score(693, 78, 2420)).toEqual([43.7, 'D']);
  },
);
