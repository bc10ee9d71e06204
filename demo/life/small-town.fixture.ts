import { add, along, type Vec } from '../core/plane.ts';
import { toLineString, toPoint, toPolygon } from '../core/projection.ts';
import { COMMUNES, TERRITORY } from '../territory/communes.ts';
import type { Address, MapFeature, MapFeatureKind, RoadClass } from '../types.ts';
import type { Town } from './places.ts';

const square = (centre: Vec, half: number): Vec[] => [
  add(centre, [-half, -half]),
  add(centre, [half, -half]),
  add(centre, [half, half]),
  add(centre, [-half, half]),
];

const POINTS: MapFeatureKind[] = ['lamp', 'tree', 'bench', 'bus-stop', 'recycling-point'];
const SITES: [MapFeatureKind, string][] = [
  ['park', 'Parc des Rives'],
  ['playground', 'Aire de jeux du Moulin'],
  ['school', 'École Jeanne-Barret'],
  ['town-hall', 'Mairie'],
  ['cemetery', 'Cimetière communal'],
  ['sports-ground', 'Stade des Prés'],
  ['square', 'Place du Marché'],
];

/** Each commune as a few crossing streets, with doors, lamps and one of each site. */
export function buildSmallTown(): Town {
  const features: MapFeature[] = [];
  const addresses: Address[] = [];
  const communes = COMMUNES.map(({ centre, name, code, postcode, population }) => {
    const street = (from: Vec, to: Vec, label: string, roadClass: RoadClass, more = {}) => {
      features.push({
        id: `street-${features.length}`,
        kind: 'street',
        name: label,
        roadClass,
        widthMetres: roadClass === 'departmental' ? 14 : 8,
        builtUp: true,
        communeCode: code,
        geometry: toLineString([from, to]),
        minZoom: 13,
        ...more,
      });
      const many = Math.ceil(population / 3_000);
      for (let i = 1; i < many * 3; i++) {
        const at = add(along(from, to, i / (many * 3)), [4, 4]);
        const point = toPoint(at);
        addresses.push({
          id: `address-${addresses.length}`,
          number: `${i}`,
          street: label,
          communeCode: code,
          communeName: name,
          postcode,
          point,
        });
        for (const kind of POINTS) {
          features.push({
            id: `${kind}-${features.length}`,
            kind,
            communeCode: code,
            geometry: point,
            minZoom: 16,
            ...(kind === 'lamp' && { reference: `L${i}` }),
          });
        }
      }
    };
    for (let k = -2; k <= 2; k++) {
      const roadClass = k === 0 ? 'departmental' : k === 1 ? 'metropolitan' : 'communal';
      const number = k === 0 ? { roadNumber: 'D 12' } : {};
      street(
        add(centre, [-500, k * 150]),
        add(centre, [500, k * 150]),
        `rue des Fleurs ${k + 3}`,
        roadClass,
        number,
      );
    }
    street(
      add(centre, [-900, -600]),
      add(centre, [900, -600]),
      'route de la Forêt',
      'departmental',
      { roadNumber: 'D 7', builtUp: false },
    );
    street(add(centre, [0, -400]), add(centre, [300, -400]), 'allée du Clos', 'private');
    for (const [index, [kind, label]] of SITES.entries()) {
      features.push({
        id: `${kind}-${code}`,
        kind,
        name: label,
        communeCode: code,
        geometry: toPolygon(square(add(centre, [index * 60 - 200, 400]), 25)),
        minZoom: 13,
      });
    }
    return {
      name,
      code,
      postcode,
      population,
      centre: toPoint(centre),
      boundary: toPolygon(square(centre, 1_900)),
    };
  });
  const territory = {
    slug: TERRITORY.slug,
    name: TERRITORY.name,
    departement: { ...TERRITORY.departement, boundary: toPolygon(square([0, 0], 40_000)) },
    boundary: toPolygon(square([0, 0], 9_000)),
    communes,
  };
  return { territory, features, addresses, landmarks: [] };
}
