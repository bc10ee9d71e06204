import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configurationTable } from './configuration-table.ts';
import { loadConfig } from './load-config.ts';
import { type VariableNotes, Variables } from './variables.ts';

describe('docs/guide/configuration.md', () => {
  it('holds the table of the schema, to the letter', () => {
    const guide = readFileSync(
      new URL('../../../../docs/guide/configuration.md', import.meta.url),
      'utf8',
    );
    expect(guide).toContain(configurationTable());
  });
});

/** What some variables need beside them. */
const COMPANIONS = { MAIL_FROM: 'a@b.example', SMS_GATEWAY_TOKEN: 'seize-caracteres-ou-plus' };

describe('every variable', () => {
  it.each(Object.entries(Variables.properties))(
    '%s has notes and examples that are accepted',
    (name, schema) => {
      const { description, expected, examples } = schema as unknown as VariableNotes;
      expect([description, expected.fr, expected.en].every((text) => text.length > 5)).toBe(true);
      for (const example of examples) {
        expect(() => loadConfig({ ...COMPANIONS, [name]: example })).not.toThrow();
      }
    },
  );
});
