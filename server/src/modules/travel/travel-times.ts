import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { byGreatCircle } from './great-circle.ts';
import type { TravelTable, VehicleClass } from './model.ts';
import { byOsrm } from './osrm.ts';
import { streetRouter } from './street-router.ts';

/**
 * How long a vehicle takes between places, from the best that is known: the OSRM server of the
 * configuration, the streets that were imported, or the great circle. Planning never waits for who
 * does not answer: the next one is asked, and the table says whose word it is.
 */
export async function travelTimes(
  platform: Platform,
  territoryId: string,
  { places, vehicle }: { places: readonly Point[]; vehicle: VehicleClass },
): Promise<TravelTable> {
  const { osrmUrl, outboundNetworks } = platform.config;
  if (osrmUrl) {
    try {
      return await byOsrm(osrmUrl, places, outboundNetworks);
    } catch (error) {
      platform.log.warn({ err: error }, 'OSRM does not answer: travel times come from elsewhere');
    }
  }
  const router = await streetRouter(platform, territoryId, vehicle);
  return router ? { source: 'streets', ...router.table(places) } : byGreatCircle(places);
}
