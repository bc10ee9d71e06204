import type { NamedStretch } from './name-streets.ts';

type Range = readonly [min: number, max: number];

/** How a quarter is built: sizes in metres, chances in [0, 1]. */
export interface BuildingHabit {
  width: Range;
  depth: Range;
  /** From the edge of the street. */
  setback: Range;
  gap: Range;
  /** Chance that a house stands against the one before. */
  row: number;
  /** Chance that a back corner is left out. */
  wing: number;
  height: Range;
  /** Frontage of one door; absent where a building has but one. */
  door?: number;
}

export const BUILDING_HABITS: Record<NamedStretch['pattern'], BuildingHabit> = {
  'old-town': {
    width: [10, 23],
    depth: [9, 13],
    setback: [0.6, 1],
    gap: [3, 8],
    row: 0.93,
    wing: 0.3,
    height: [9, 15],
    door: 9,
  },
  faubourg: {
    width: [12, 27],
    depth: [9, 12],
    setback: [0.8, 3],
    gap: [5, 15],
    row: 0.6,
    wing: 0.25,
    height: [6, 12],
    door: 12,
  },
  grid: {
    width: [17, 34],
    depth: [11, 15],
    setback: [0.8, 1.4],
    gap: [4, 12],
    row: 0.86,
    wing: 0.35,
    height: [12, 21],
    door: 15,
  },
  suburb: {
    width: [9.5, 15],
    depth: [8, 11.5],
    setback: [4.5, 9],
    gap: [12, 24],
    row: 0.06,
    wing: 0.45,
    height: [4.5, 7.5],
  },
  village: {
    width: [9, 20],
    depth: [8, 11],
    setback: [0.8, 4],
    gap: [6, 17],
    row: 0.5,
    wing: 0.3,
    height: [5.5, 9],
    door: 13,
  },
  business: {
    width: [28, 70],
    depth: [20, 46],
    setback: [10, 18],
    gap: [16, 36],
    row: 0,
    wing: 0.4,
    height: [6, 11],
  },
  estate: {
    width: [38, 68],
    depth: [12, 14],
    setback: [10, 18],
    gap: [22, 44],
    row: 0,
    wing: 0,
    height: [15, 34],
    door: 18,
  },
  country: {
    width: [14, 26],
    depth: [9, 13],
    setback: [8, 26],
    gap: [160, 700],
    row: 0,
    wing: 0.6,
    height: [5, 8],
  },
};
