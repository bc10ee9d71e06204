import type { StreetNetwork } from './network.ts';

/** What signs at the entry of a street ask about. */
export interface Vehicle {
  /** Laden weight; 0 passes everywhere. */
  tonnes: number;
  /** Height in metres; 0 passes everywhere. */
  height: number;
}

/** Whether a vehicle may enter a segment, whatever the direction. */
export function mayEnter(network: StreetNetwork, segment: number, vehicle: Vehicle): boolean {
  // As limits are kept: a vehicle of 2.8 m passes under a sign that says 2.8 m.
  const [tonnes, height] = [Math.fround(vehicle.tonnes), Math.fround(vehicle.height)];
  return (
    tonnes <= (network.maxTonnes[segment] as number) &&
    height <= (network.maxHeight[segment] as number)
  );
}
