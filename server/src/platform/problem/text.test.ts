import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './text.ts';

describe('preferredLanguage', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['*', 'fr'],
    ['de', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['de, en;q=0.7, fr;q=0.3', 'en'],
    ['en;q=0.5, fr;q=0.5', 'fr'],
    ['en;q=0', 'fr'],
    ['EN-us ; q=1.0', 'en'],
    ['en;q=2;;,,;', 'fr'],
    [`${'x,'.repeat(10_000)}en`, 'fr'],
  ])('of %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
