import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, parseTemplate, VARIABLES } from './variables.ts';

const fill = (template: string, values = {}) =>
  fillTemplate(parseTemplate(template).segments, values, (variable) => `[${variable}]`);

describe('parseTemplate', () => {
  it('forgives how a name is written', () => {
    for (const written of [
      '{numéro}',
      '{Numero}',
      '{ NUMÉRO }',
      '{date réception}',
      '{date-reception}',
    ]) {
      expect(parseTemplate(written).faults).toEqual([]);
    }
  });

  it('tells each name that does not exist, and where', () => {
    expect(parseTemplate('Bonjour {prénom}, {numro}').faults).toEqual([
      { kind: 'unknown-variable', written: 'prénom', at: 8 },
      { kind: 'unknown-variable', written: 'numro', at: 18 },
    ]);
  });

  it.each(['{', '}', 'a { b', '{numéro', 'numéro}', '{a\nb}', '{}'])(
    'refuses the lonely brace of « %s »',
    (template) => {
      expect(parseTemplate(template).faults.some(({ kind }) => kind === 'lonely-brace')).toBe(true);
    },
  );

  it('reads a doubled brace as itself', () => {
    expect(fill('a {{b}} {{{numéro}}} c', { numéro: 'N' }).text).toBe('a {b} {N} c');
  });

  it('survives anything, and says back what it was given when no brace is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { faults } = parseTemplate(text);
        const plain = text.replace(/[{}]/g, '');
        expect(fill(plain).text).toBe(plain);
        expect(fill(text.replace(/[{}]/g, '$&$&')).text).toBe(text);
        return faults.every(({ at }) => at < text.length);
      }),
    );
  });

  it('is not slow on a page of braces', () => {
    const began = performance.now();
    parseTemplate('{'.repeat(10_000));
    parseTemplate(`{${'a'.repeat(9_998)}`);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

describe('fillTemplate', () => {
  it('never reads a value as a template', () => {
    expect(fill('{nom} {service}', { nom: '{lien_suivi}', service: '}{' }).text).toBe(
      '{lien_suivi} }{',
    );
  });

  it('keeps markup, emoji and right-to-left text as the text that they are', () => {
    const nom = '<b>Odile</b> 🌳 المصباح';
    expect(fill('Bonjour {nom}', { nom }).text).toBe(`Bonjour ${nom}`);
  });

  it('says which values are missing, once each, and marks them', () => {
    expect(fill('{délai} {délai} {lieu}', { lieu: '' })).toEqual({
      text: '[délai] [délai] [lieu]',
      missing: ['délai', 'lieu'],
    });
  });
});

it('knows every variable by its own name', () => {
  for (const variable of VARIABLES) {
    expect(parseTemplate(`{${variable}}`).segments).toEqual([{ variable }]);
  }
});
