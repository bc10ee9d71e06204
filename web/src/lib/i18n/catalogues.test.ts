import { expect, test } from 'vitest';
import { LANGS } from './lang.ts';

type Catalogue = Record<string, unknown>;

const files = import.meta.glob<Record<string, Catalogue>>('./{fr,en}/*.ts', { eager: true });
const areas = [...new Set(Object.keys(files).map((path) => path.split('/')[2]))];

/** Every key by its path, with its kind, so that a sentence cannot become a function unseen. */
function keysOf(catalogue: Catalogue, prefix = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    value !== null && typeof value === 'object'
      ? keysOf(value as Catalogue, `${prefix}${key}.`)
      : [`${prefix}${key}: ${typeof value}`],
  );
}

test('there are catalogues to compare', () => {
  expect(areas).toContain('common.ts');
});

test.each(areas)('%s says the same things in every language', (area) => {
  const [reference, ...others] = LANGS.map((lang) => {
    const catalogue = files[`./${lang}/${area}`]?.[lang];
    expect(catalogue, `${lang}/${area} exports ${lang}`).toBeDefined();
    return keysOf(catalogue ?? {}).sort();
  });
  for (const other of others) expect(other).toEqual(reference);
});
