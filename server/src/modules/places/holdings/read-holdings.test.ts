import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownTown, readHoldings, streetKey } from './read-holdings.ts';

const WEST = { code: '99001', name: 'Ouestville' };
const EAST = { code: '99002', name: 'Estville' };
const town: KnownTown = {
  communes: [WEST, EAST],
  organizations: [WEST, EAST, { code: '99', name: 'Département d’essai' }],
  communeAt: ({ long }) => (long < 3.8 || long > 4 ? undefined : long < 3.9 ? '99001' : '99002'),
  streets: new Map([
    [streetKey('99001', 'rue de l’Église'), 'rue de l’Église'],
    [streetKey('99001', 'avenue de la Gare'), 'avenue de la Gare'],
  ]),
};
const HEADER = 'Commune;Voie;Équipement;Classe;Numéro;Propriétaire;Agglomération;long;lat';
const read = (text: string, known = town) => readHoldings(text, known);
const table = (...rows: string[]) => read([HEADER, ...rows].join('\r\n'));
const line = [
  [3.85, 43.65],
  [3.86, 43.65],
];
const feature = (geometry: unknown, properties: object = {}, id?: string) => ({
  type: 'Feature',
  id,
  properties,
  geometry,
});
/** One feature a line: line 1 opens the collection. */
const features = (...all: unknown[]) =>
  read(
    `{"type":"FeatureCollection","features":[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]}`,
  );

describe('a table', () => {
  it('names streets as the gazetteer does, and places assets', () => {
    expect(
      table(
        '99001;R. de l’eglise;;Départementale;D 12;departement d’essai;oui;;',
        'Ouestville;Avenue de la Gare;;communale;;99001;non;;',
        '99001;;Gymnase;;;État;;3,85;43,65',
      ),
    ).toEqual({
      faults: [],
      holdings: [
        {
          key: '99001 rue eglise',
          kind: 'street',
          communeCode: '99001',
          name: 'rue de l’Église',
          roadClass: 'departmental',
          roadNumber: 'D 12',
          builtUp: true,
          ownerCode: '99',
          geometry: null,
        },
        expect.objectContaining({ roadClass: 'communal', builtUp: false, ownerCode: '99001' }),
        expect.objectContaining({
          kind: 'asset',
          name: 'Gymnase',
          ownerCode: 'État',
          geometry: { type: 'Point', coordinates: [3.85, 43.65] },
        }),
      ],
    });
  });

  it('may be separated by commas or tabs, and leave out the only commune', () => {
    const known = { ...town, communes: [WEST] };
    for (const separator of [',', '\t']) {
      const text = ['\uFEFFvoie', 'classe\nrue de l’Église', 'privée\n'].join(separator);
      expect(read(text, known)).toMatchObject({ holdings: [{ roadClass: 'private' }] });
    }
  });

  it.each([
    ['75056;rue de l’Église;;communale;;;;;', '« 75056 » n’est pas une commune'],
    [';rue de l’Église;;communale;;;;;', 'la commune manque'],
    ['99001;;;communale;;;;;', 'le nom de la voie manque'],
    ['99001;rue Perdue;;communale;;;;;', '« rue Perdue » n’est pas connue à Ouestville'],
    ['99001;rue de l’Église;;royale;;;;;', 'la classe « royale » est inconnue'],
    ['99001;rue de l’Église;;;12;;;;', '« 12 » n’est pas un numéro de route'],
    ['99001;rue de l’Église;;;;Jean Martin;;;', 'le propriétaire « Jean Martin » n’est ni'],
    ['99001;rue de l’Église;;;;123456789;;;', 'le propriétaire « 123456789 »'],
    ['99001;rue de l’Église;;;;;peut-être;;', 'il faut oui ou non'],
    ['99001;rue de l’Église;;;;;;;', 'la ligne ne dit rien'],
    ['99001;;Gymnase;communale;;99;;3.85;43.65', 'ni classe ni numéro'],
    ['99001;;Gymnase;;;;;3.85;43.65', 'le propriétaire de l’équipement manque'],
    ['99001;;Gymnase;;;99;;;43.65', 'longitude et latitude'],
    ['99001;;Gymnase;;;99;;770000;6280000', 'longitude et latitude'],
    ['99001;rue de l’Égl', '2 colonnes au lieu de 9 : la ligne est coupée ?'],
    ['99001;"rue', 'guillemets mal fermés'],
  ])('refuses %s, and says where', (row, reason) => {
    const sound = '99001;avenue de la Gare;;communale;;;;;';
    expect(table(sound, row).faults).toEqual([
      { line: expect.toSatisfy((at) => at === 3), reason: expect.stringContaining(reason) },
    ]);
  });

  it('takes a SIREN or an INSEE code from elsewhere', () => {
    for (const code of ['243400017', '2A004', '75']) {
      const owned = table(`99001;rue de l’Église;;;;${code};;;`);
      expect(owned).toMatchObject({ holdings: [{ ownerCode: code }] });
    }
  });

  it('refuses a street said twice, a file without streets, an empty one', () => {
    const one = '99001;rue de l’Église;;communale;;;;;';
    expect(table(one, one).faults).toEqual([
      { line: 3, reason: '« rue de l’Église » est déjà à la ligne 2' },
    ]);
    const other = '99001;rue de l’Église;;départementale;D 3;;;;';
    expect(table(one, other).faults).toEqual([
      { line: 3, reason: expect.stringMatching(/ligne 2, qui en dit autre chose .* en GeoJSON$/) },
    ]);
    expect(read('a;b\n1;2').faults[0]?.reason).toContain('colonne « voie » ou « equipement »');
    expect(table().faults).toEqual([{ line: 1, reason: 'aucune voie, aucun équipement' }]);
  });
});

describe('GeoJSON', () => {
  it('takes lines for roads, points and surfaces for assets, in the commune where they lie', () => {
    const park = [[...line, [3.86, 43.66], line[0]]];
    const asset = { nom: 'Parc', proprietaire: 'Estville' };
    expect(
      features(
        feature({ type: 'LineString', coordinates: line }, { nom: 'rue A', classe: 'communale' }),
        feature({ type: 'Polygon', coordinates: park }, asset, 'p1'),
        feature({ type: 'Point', coordinates: [3.95, 43.65] }, { owner: 99, id: 7 }),
      ),
    ).toMatchObject({
      faults: [],
      holdings: [
        { kind: 'street', name: 'rue A', communeCode: '99001', roadClass: 'communal' },
        { kind: 'asset', name: 'Parc', communeCode: '99001', ownerCode: '99002', key: 'id p1' },
        { kind: 'asset', name: '', communeCode: '99002', ownerCode: '99', key: 'id 7' },
      ],
    });
  });

  it.each([
    ['a missing geometry', feature(null), 'la géométrie est « absente »'],
    [
      'a line of one point',
      feature({ type: 'LineString', coordinates: [line[0]] }),
      'un seul point',
    ],
    ['no line', feature({ type: 'MultiLineString', coordinates: [3] }), 'une liste de lignes'],
    ['no surface', feature({ type: 'MultiPolygon', coordinates: [[]] }), 'une liste d’anneaux'],
    ['text', feature({ type: 'Point', coordinates: 'ici' }), 'pas une paire de nombres'],
    ['metres', feature({ type: 'Point', coordinates: [770_000, 6_280_000] }), 'sont des mètres'],
    ['swapped', feature({ type: 'Point', coordinates: [43.6, 3.9] }), 'coordonnées sont inversées'],
    ['elsewhere', feature({ type: 'Point', coordinates: [2, 48] }), 'dans aucune commune'],
  ])('refuses %s, and says where', (_what, bad, reason) => {
    const good = feature({ type: 'LineString', coordinates: line }, { classe: 'communale' });
    expect(features(good, bad).faults).toEqual([
      { line: 3, reason: expect.stringContaining(reason) },
    ]);
  });

  it.each([
    ['{"type":"FeatureCollection","features":[', 'JSON bien formé'],
    ['[]', 'ce n’est pas du GeoJSON'],
    ['{"type":"FeatureCollection","features":[]}', 'aucune voie'],
  ])('refuses %s', (text, reason) => {
    expect(read(text).faults).toEqual([{ line: 1, reason: expect.stringContaining(reason) }]);
  });
});

it('never throws, whatever the file holds', () => {
  const anything = fc.oneof(fc.string(), fc.json(), fc.array(fc.jsonValue()).map(collection));
  fc.assert(fc.property(anything, (text) => read(text).faults.length > 0));
});
const collection = (all: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features: all }, null, 1);
