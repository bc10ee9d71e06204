/** Where a thing of this service is found. */
export type PlaceKind =
  | 'street'
  | 'main-street'
  | 'lamp'
  | 'tree'
  | 'green'
  | 'playground'
  | 'sports-ground'
  | 'seat'
  | 'public-place'
  | 'building'
  | 'cemetery'
  | 'recycling-point';

/** How residents of a town of this size ask for one service. */
export interface Habit {
  /** Part of all requests, in percent. */
  share: number;
  /** January to December, around 1. */
  months: readonly number[];
  storm?: number;
  frost?: number;
  places: readonly (readonly [PlaceKind, number])[];
  /** Part that needs a visit; the others are answered. */
  visits: number;
}

const EVEN = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const NIGHTS = [1.9, 1.4, 1.1, 0.8, 0.6, 0.45, 0.45, 0.55, 0.8, 1.2, 1.8, 2];
const GROWTH = [0.15, 0.25, 0.6, 1.3, 2.5, 2.4, 1.4, 1, 0.8, 0.6, 0.3, 0.15];
const OUTDOORS = [0.5, 0.6, 0.9, 1.2, 1.4, 1.4, 1.3, 1.1, 1.1, 1, 0.7, 0.5];
const THAW = [1.3, 1.9, 1.8, 1.3, 0.9, 0.7, 0.6, 0.5, 0.6, 0.7, 0.8, 1];
const LEAVES = [0.8, 0.8, 0.9, 0.9, 1, 1, 0.9, 0.8, 1, 1.5, 1.7, 1];
const RAINS = [1.1, 1, 1, 0.9, 1, 1.1, 0.8, 0.8, 0.9, 1.4, 1.5, 1.2];
const SUMMER = [0.4, 0.4, 0.6, 0.9, 1.2, 1.7, 2, 1.8, 1.2, 0.8, 0.5, 0.4];

const IN_THE_STREET = [['street', 1]] as const;

export const HABITS: Readonly<Record<string, Habit>> = {
  'roads.pothole': { share: 7, months: THAW, frost: 2.2, places: IN_THE_STREET, visits: 0.85 },
  'roads.pavement': { share: 4, months: EVEN, places: IN_THE_STREET, visits: 0.6 },
  'roads.manhole': { share: 2, months: EVEN, storm: 2, places: IN_THE_STREET, visits: 0.8 },
  'roads.obstacle': {
    share: 2,
    months: EVEN,
    storm: 7,
    frost: 1.8,
    places: IN_THE_STREET,
    visits: 0.85,
  },
  'roads.works': { share: 2, months: OUTDOORS, places: IN_THE_STREET, visits: 0.3 },
  'lighting.lamp-out': { share: 13, months: NIGHTS, storm: 2, places: [['lamp', 1]], visits: 0.88 },
  'lighting.lamp-on': { share: 2.5, months: EVEN, places: [['lamp', 1]], visits: 0.7 },
  'lighting.damaged': { share: 1.2, months: EVEN, storm: 4, places: [['lamp', 1]], visits: 0.95 },
  'cleanliness.dumping': {
    share: 12,
    months: OUTDOORS,
    places: [
      ['street', 3],
      ['recycling-point', 1],
    ],
    visits: 0.85,
  },
  'cleanliness.bin': {
    share: 5,
    months: OUTDOORS,
    places: [
      ['seat', 3],
      ['green', 2],
      ['public-place', 1],
    ],
    visits: 0.8,
  },
  'cleanliness.dirty-street': {
    share: 7,
    months: LEAVES,
    places: [
      ['street', 4],
      ['public-place', 1],
    ],
    visits: 0.75,
  },
  'cleanliness.graffiti': {
    share: 3.5,
    months: EVEN,
    places: [
      ['building', 2],
      ['public-place', 1],
      ['street', 2],
    ],
    visits: 0.8,
  },
  'cleanliness.collection': {
    share: 8,
    months: EVEN,
    places: [
      ['street', 3],
      ['recycling-point', 2],
    ],
    visits: 0.6,
  },
  'green.tree': {
    share: 4,
    months: EVEN,
    storm: 10,
    places: [
      ['tree', 5],
      ['green', 1],
    ],
    visits: 0.7,
  },
  'green.maintenance': {
    share: 5,
    months: GROWTH,
    places: [
      ['green', 3],
      ['street', 2],
    ],
    visits: 0.65,
  },
  'green.pests': {
    share: 2.5,
    months: [0.5, 1.2, 1.4, 0.9, 1, 1.3, 1.6, 1.8, 1.5, 0.8, 0.4, 0.3],
    places: [
      ['tree', 3],
      ['green', 2],
      ['building', 1],
    ],
    visits: 0.7,
  },
  'water.leak': { share: 3, months: EVEN, frost: 1.6, places: IN_THE_STREET, visits: 0.9 },
  'water.drain': { share: 3.5, months: RAINS, storm: 5, places: IN_THE_STREET, visits: 0.85 },
  'water.fountain': {
    share: 1,
    months: SUMMER,
    places: [
      ['public-place', 2],
      ['green', 2],
    ],
    visits: 0.8,
  },
  'furniture.damaged': {
    share: 3,
    months: OUTDOORS,
    storm: 1.5,
    places: [
      ['seat', 3],
      ['street', 1],
    ],
    visits: 0.75,
  },
  'signs.road-sign': { share: 2.5, months: EVEN, storm: 2.5, places: IN_THE_STREET, visits: 0.75 },
  'signs.traffic-light': {
    share: 1.2,
    months: EVEN,
    storm: 3,
    places: [['main-street', 1]],
    visits: 0.9,
  },
  'signs.markings': { share: 1.2, months: OUTDOORS, places: IN_THE_STREET, visits: 0.5 },
  'play.equipment': { share: 1.5, months: OUTDOORS, places: [['playground', 1]], visits: 0.85 },
  'play.sports': { share: 0.8, months: OUTDOORS, places: [['sports-ground', 1]], visits: 0.7 },
  'parking.abandoned': { share: 2.5, months: EVEN, places: IN_THE_STREET, visits: 0 },
  'parking.obstructive': { share: 2, months: EVEN, places: IN_THE_STREET, visits: 0 },
  'buildings.fault': { share: 1.4, months: EVEN, storm: 2, places: [['building', 1]], visits: 0.8 },
  'buildings.cemetery': {
    share: 0.6,
    months: [0.6, 0.6, 0.8, 1, 1.2, 1.1, 1.1, 1, 1.1, 2, 1.6, 0.6],
    places: [['cemetery', 1]],
    visits: 0.6,
  },
  'life.animal': { share: 1.5, months: EVEN, places: IN_THE_STREET, visits: 0.6 },
  'life.other': { share: 2, months: EVEN, places: IN_THE_STREET, visits: 0 },
};
