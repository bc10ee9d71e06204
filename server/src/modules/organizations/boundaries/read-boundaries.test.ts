import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureLines } from '../../../platform/geo/index.ts';
import { type Matchable, readBoundaries } from './read-boundaries.ts';

const commune = (code: string, name: string): Matchable => ({
  id: `id-${code}`,
  kind: 'commune',
  name,
  code,
  siren: `21${code}000`,
});
const COMMUNES = [commune('34057', 'Castelnau-le-Lez'), commune('34172', 'Montpellier')];

const ring = [
  [3.9, 43.6],
  [3.95, 43.6],
  [3.95, 43.65],
  [3.9, 43.6],
];
const feature = (code: unknown, geometry: unknown = { type: 'Polygon', coordinates: [ring] }) => ({
  type: 'Feature',
  properties: { code },
  geometry,
});

/** One feature a line, as publishers write them: line 1 opens the collection. */
const file = (...features: unknown[]) =>
  `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}`;

const faultsOf = (text: string) => readBoundaries(text, COMMUNES).faults;

describe('readBoundaries', () => {
  it('matches communes by INSEE code or SIREN, whatever the property’s name', () => {
    const read = readBoundaries(
      file(feature('34057'), {
        ...feature(''),
        properties: { INSEE_COM: null, SIREN: '2134172000' },
      }),
      COMMUNES,
    );
    expect(read).toMatchObject({
      faults: [],
      boundaries: [{ organizationId: 'id-34057' }, { organizationId: 'id-34172' }],
    });
  });

  it.each([
    ['nothing', '', 1, 'ce n’est pas du JSON bien formé'],
    ['a truncated file', '{"type":"FeatureCollection",\n"features":[', 2, 'pas du JSON bien formé'],
    ['another format', '{"type":"Topology"}', 1, 'ce n’est pas du GeoJSON'],
    ['a list', '[]', 1, 'ce n’est pas du GeoJSON'],
    ['null', 'null', 1, 'ce n’est pas du GeoJSON'],
  ])('refuses %s', (_what, text, line, reason) => {
    expect(faultsOf(text)).toEqual([{ line, reason: expect.stringContaining(reason) }]);
  });

  it.each([
    ['no geometry', null, 'la géométrie est « absente »'],
    ['a point', { type: 'Point', coordinates: [3.9, 43.6] }, 'la géométrie est « Point »'],
    ['no ring', { type: 'Polygon', coordinates: [] }, 'pas une liste d’anneaux'],
    [
      'an open ring',
      { type: 'Polygon', coordinates: [[...ring.slice(0, 3), [3.9, 43.7]]] },
      'anneau 1 : il n’est pas fermé',
    ],
    ['a short ring', { type: 'Polygon', coordinates: [[ring[0], ring[1], ring[0]]] }, '3 points'],
    [
      'text for numbers',
      { type: 'Polygon', coordinates: [[['3.9', '43.6']]] },
      'point 1 : ce n’est pas une paire',
    ],
    [
      'swapped coordinates',
      { type: 'Polygon', coordinates: [ring.map(([x, y]) => [y, x])] },
      'coordonnées sont inversées',
    ],
    ['coordinates out of range', { type: 'Polygon', coordinates: [[[3.9, 93.6]]] }, 'hors limites'],
    ['Lambert 93', { type: 'Polygon', coordinates: [[[770_000, 6_280_000]]] }, 'sont des mètres'],
  ])('refuses %s, and says where', (_what, geometry, reason) => {
    expect(faultsOf(file(feature('34172'), feature('34057', geometry)))).toEqual([
      { line: 3, reason: expect.stringContaining(reason) },
    ]);
  });

  it('lists every fault: unknown code, duplicate, missing commune, no code', () => {
    const faults = faultsOf(
      file(feature('34057'), feature('75056'), feature('34057'), feature(null)),
    );
    expect(faults).toEqual([
      {
        line: 3,
        reason: 'objet 2 : le code « 75056 » n’est celui d’aucune collectivité du territoire',
      },
      { line: 4, reason: 'objet 3, Castelnau-le-Lez : le code « 34057 » est déjà à la ligne 2' },
      { line: 5, reason: expect.stringContaining('aucun code INSEE ni SIREN') },
      { line: 6, reason: 'la commune Montpellier (34172) manque' },
    ]);
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (features) => {
        const read = readBoundaries(
          JSON.stringify({ type: 'FeatureCollection', features }, null, 1),
          COMMUNES,
        );
        expect(read.faults.length).toBeGreaterThan(0);
      }),
    );
  });

  const official = new URL(
    '../../../../../../shared/data/geo/3m-communes-31.geojson',
    import.meta.url,
  );
  it.skipIf(!existsSync(official))(
    'reads the 31 communes of a real métropole (skipped without its file)',
    () => {
      const text = readFileSync(official, 'utf8');
      const communes = JSON.parse(text).features.map(
        ({ properties }: { properties: { code: string; nom: string } }) =>
          commune(properties.code, properties.nom),
      );
      const read = readBoundaries(text, communes);
      expect(read.faults).toEqual([]);
      expect('boundaries' in read && read.boundaries).toHaveLength(31);
    },
  );
});

describe('featureLines', () => {
  it('finds the line of each element of any indented JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.nat(2), (features, indent) => {
        const json = JSON.stringify(
          { before: [[{ features: [1, 2] }]], features, after: [3] },
          null,
          indent,
        );
        const lines = featureLines(json);
        expect(lines).toHaveLength(features.length);
        if (indent === 0) return;
        const rows = json.split('\n');
        for (const [index, line] of lines.entries()) {
          const written = JSON.stringify(features[index], null, indent).split('\n')[0] as string;
          expect(rows[line - 1]?.trim()).toMatch(new RegExp(`^${RegExp.escape(written)},?$`));
        }
      }),
    );
  });
});
