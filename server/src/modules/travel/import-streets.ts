import {
  arcsOf,
  buildNetwork,
  contract,
  writeHierarchy,
  writeNetwork,
} from '../../../../engines/streets/index.ts';
import type { Act } from '../../platform/acts/index.ts';
import type { BoundingBox } from '../../platform/geo/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { mayAdministerTerritory, organizationsById } from '../organizations/index.ts';
import { VEHICLE_CLASSES, VEHICLES, type VehicleClass } from './model.ts';
import { OsmFileError } from './osm/blobs.ts';
import { readExtract } from './osm/read-extract.ts';
import { problems } from './problems.ts';
import { replaceNetwork } from './store.ts';

export interface ImportedStreets {
  junctions: number;
  segments: number;
  /** Length of all streets. */
  kilometres: number;
}

/** About 15 km: crews go around by the neighbours' roads. */
const MARGIN_DEGREES = 0.15;

/**
 * Imports the streets on which travel times are counted, from an OpenStreetMap extract of any size:
 * only those of the territory and its surroundings are kept. They replace those before them, and
 * the shortcuts of each class of vehicle are made at once, off the hours of those who plan.
 *
 * @param path - an `.osm.pbf` file
 * @param progress - hears of each step, in French
 * @throws Problem `forbidden` (403) unless the actor administers the territory;
 *   `streets-unreadable`, `streets-too-many`, `no-street-here` (422)
 */
export async function importStreets(
  platform: Platform,
  act: Act,
  path: string,
  { source, progress = () => {} }: { source: string; progress?(line: string): void },
): Promise<ImportedStreets> {
  const { territoryId, actor } = act;
  const organizations = await organizationsById(platform, platform.db.read, territoryId);
  ensure(mayAdministerTerritory(actor, [...organizations.values()]));
  const network = await readNetwork(path, around([...organizations.values()]));
  progress(`${network.from.length} tronçons lus.`);
  const hierarchies = new Map<VehicleClass, Uint8Array>();
  for (const vehicle of VEHICLE_CLASSES) {
    const hierarchy = contract(arcsOf(network, VEHICLES[vehicle]));
    hierarchies.set(vehicle, writeHierarchy(hierarchy));
    progress(`Raccourcis : ${hierarchies.size} sur ${VEHICLE_CLASSES.length}.`);
  }
  const metres = network.metres.reduce((sum, length) => sum + length, 0);
  const counts = {
    junctions: network.junctions,
    segments: network.from.length,
    kilometres: Math.round(metres / 1_000),
  };
  return platform.perform(act, async (tx) => {
    await replaceNetwork(tx, territoryId, {
      id: uuidv7(platform.clock),
      importedAt: act.at,
      source,
      junctions: counts.junctions,
      segments: counts.segments,
      network: writeNetwork(network),
      hierarchies,
    });
    await platform.events.publish(tx, act, {
      type: 'travel.streets-imported',
      subject: territoryId,
      organizationId: null,
      data: { source, ...counts },
    });
    return counts;
  });
}

async function readNetwork(path: string, box: BoundingBox | undefined) {
  try {
    const { points, streets } = await readExtract(path, box);
    const network = buildNetwork(points, streets);
    if (network.from.length > 0) return network;
  } catch (error) {
    if (!(error instanceof OsmFileError)) throw error;
    throw error.fault === 'too-large' ? problems.streetsTooMany() : problems.streetsUnreadable();
  }
  throw problems.noStreetHere();
}

/** The box of all contours, and some more; all the file where no contour is known. */
function around(organizations: readonly { box: BoundingBox | null }[]): BoundingBox | undefined {
  const boxes = organizations.flatMap(({ box }) => box ?? []);
  if (boxes.length === 0) return undefined;
  return {
    south: Math.min(...boxes.map(({ south }) => south)) - MARGIN_DEGREES,
    west: Math.min(...boxes.map(({ west }) => west)) - MARGIN_DEGREES,
    north: Math.max(...boxes.map(({ north }) => north)) + MARGIN_DEGREES,
    east: Math.max(...boxes.map(({ east }) => east)) + MARGIN_DEGREES,
  };
}
