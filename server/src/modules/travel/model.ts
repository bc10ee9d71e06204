import type { Vehicle } from '../../../../engines/streets/index.ts';

/**
 * The vehicles of a town's services, from what passes everywhere to what signs stop: laden weight in
 * tonnes and height in metres, both of the largest of the class.
 */
export const VEHICLES = {
  light: { tonnes: 2.5, height: 2 },
  van: { tonnes: 3.5, height: 2.8 },
  truck: { tonnes: 12, height: 3.5 },
  heavy: { tonnes: 26, height: 4 },
} as const satisfies Record<string, Vehicle>;

export type VehicleClass = keyof typeof VEHICLES;

export const VEHICLE_CLASSES = Object.keys(VEHICLES) as VehicleClass[];

/** Who said how long it takes: streets of the map, an OSRM server, or the crow. */
export type TravelSource = 'streets' | 'osrm' | 'great-circle';

/** From each place (row) to each place (column), row after row; `Infinity` where no way leads. */
export interface TravelTable {
  source: TravelSource;
  /** Seconds. */
  seconds: Float32Array;
  metres: Float32Array;
}
