import type { ImportPlaces } from '../src/modules/places/index.ts';

const TYPES = ['rue', 'avenue', 'boulevard', 'place', 'impasse', 'chemin', 'allée', 'square'];
const FIRST = ['des', 'du', 'de la', 'de l’'];
const NAMES = [
  'Fontaine',
  'Église',
  'Moulin',
  'Tilleuls',
  'République',
  'Gare',
  'Lavoir',
  'Vignes',
  'Marché',
  'Acacias',
  'Docteur Roux',
  'Général Leclerc',
  '8 mai 1945',
  '11 novembre',
  'Saint-Roch',
  'Écoles',
  'Jean Jaurès',
  'Remparts',
  'Pont-Neuf',
  'Cigales',
  'Œillets',
  'Forge',
  'Pins',
  'Château',
  'Puits',
];

/**
 * A town of streets in a grid within the western commune of `foundTestTerritory`: same
 * size, always the same.
 *
 * @param streets - east-west streets, each of 200 m, in columns of 100
 * @param doors - on each street
 */
export function makeTown(streets: number, doors: number): ImportPlaces {
  const commune = { communeCode: '99001', communeName: 'Ouestville' };
  const lines = Array.from({ length: streets }, (_, index) => {
    const name = `${TYPES[index % 8]} ${FIRST[index % 4]} ${NAMES[index % 25]}`.replace('’ ', '’');
    const suffix = index < 200 ? '' : ` ${Math.floor(index / 200) + 1}`;
    const lat = 43.602 + (index % 100) * 0.0009;
    const long = 3.802 + Math.floor(index / 100) * 0.003;
    return { name: name + suffix, lat, long };
  });
  return {
    source: 'test',
    features: lines
      .flatMap(({ name, lat, long }, index) => [
        {
          kind: 'street',
          name,
          roadClass: index % 10 === 0 ? ('departmental' as const) : ('communal' as const),
          ...(index % 10 === 0 && { roadNumber: `D ${index}` }),
          builtUp: true,
          widthMetres: 8,
          communeCode: '99001',
          minZoom: index % 10 === 0 ? 10 : 13,
          geometry: {
            type: 'LineString' as const,
            coordinates: [
              [long, lat],
              [long + 0.001, lat + 0.00005],
              [long + 0.0025, lat],
            ],
          },
        },
        ...Array.from({ length: 8 }, (_, house) => ({
          kind: 'building',
          heightMetres: 7,
          communeCode: '99001',
          minZoom: 14,
          geometry: {
            type: 'Polygon' as const,
            coordinates: [box(long + house * 0.0003, lat + 0.0002, 0.00012)],
          },
        })),
      ])
      .concat([
        {
          kind: 'park',
          name: 'Parc du Lavoir',
          communeCode: '99001',
          minZoom: 11,
          geometry: { type: 'Polygon', coordinates: [box(3.83, 43.605, 0.004)] },
        },
        {
          kind: 'river',
          name: 'La Sereine',
          communeCode: '99001',
          minZoom: 8,
          geometry: { type: 'Polygon', coordinates: [box(3.8, 43.601, 0.0008)] },
        },
        {
          kind: 'railway',
          communeCode: '99001',
          minZoom: 10,
          geometry: {
            type: 'LineString',
            coordinates: [
              [3.8, 43.61],
              [3.9, 43.62],
            ],
          },
        },
        {
          kind: 'lamp',
          reference: 'L-042',
          communeCode: '99001',
          minZoom: 16,
          geometry: { type: 'Point', coordinates: [3.8101, 43.6101] },
        },
      ] as never),
    addresses: lines.flatMap(({ name, lat, long }) =>
      Array.from({ length: doors }, (_, door) => ({
        ...commune,
        number: door % 10 === 9 ? `${door} bis` : String(door + 1),
        street: name,
        postcode: '34990',
        point: {
          type: 'Point' as const,
          coordinates: [long + (door / doors) * 0.0025, lat + (door % 2 ? 0.0001 : -0.0001)],
        },
      })),
    ),
    landmarks: [
      {
        ...commune,
        name: 'Médiathèque Émile-Zola',
        point: { type: 'Point', coordinates: [3.88, 43.69] },
      },
      {
        ...commune,
        name: 'Parc du Lavoir',
        point: { type: 'Point', coordinates: [3.832, 43.607] },
      },
    ],
  };
}

const box = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
