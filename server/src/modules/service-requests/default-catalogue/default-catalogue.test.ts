import { expect, it } from 'vitest';
import { catalogueFaults } from '../catalogue.ts';
import { DEFAULT_CATALOGUE } from './index.ts';

it('is sound, and speaks as residents do', () => {
  expect(
    catalogueFaults(DEFAULT_CATALOGUE.map((service) => ({ ...service, offered: true }))),
  ).toEqual([]);
  for (const { code, keywords } of DEFAULT_CATALOGUE) {
    expect(keywords.length, code).toBeGreaterThanOrEqual(18);
    expect(new Set(keywords).size, code).toBe(keywords.length);
  }
});

it('says what happens next to each kind of reader, easily in lines of one idea', () => {
  for (const { code, nextSteps } of DEFAULT_CATALOGUE) {
    for (const words of Object.values(nextSteps ?? {})) expect(words, code).not.toBe('');
    for (const line of nextSteps?.plain.split('\n') ?? ['']) {
      expect(line.split(/\s+/).length, `${code}: ${line}`).toBeLessThanOrEqual(10);
    }
  }
});
