import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fr } from '../web/src/lib/i18n/fr/console.ts';

const DECLARED = /^\s+[\w'-]+: '([a-z0-9-]+\.[a-z-]+)',$/gm;
const PUBLISHED = /\btype: '([a-z0-9-]+\.[a-z-]+)'/g;

/** Every type of event that the program may publish, as its source says it. */
function typesOfEvents(): string[] {
  const sources = globSync('server/src/**/*.ts').filter((path) => !path.endsWith('.test.ts'));
  const found = sources.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const said = [...text.matchAll(PUBLISHED)];
    if (path.endsWith('events.ts')) said.push(...text.matchAll(DECLARED));
    return said.map(([, type]) => type as string);
  });
  return [...new Set([...found, 'log.redacted'])].sort();
}

describe('the log in the console', () => {
  it('has a name in plain French for everything that may happen', () => {
    const types = typesOfEvents();
    expect(types.length).toBeGreaterThan(70);
    expect(types.filter((type) => !(type in fr.events))).toEqual([]);
    expect(Object.keys(fr.events).filter((type) => !types.includes(type))).toEqual([]);
  });
});
