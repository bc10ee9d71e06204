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
