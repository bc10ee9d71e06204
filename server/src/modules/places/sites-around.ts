import { type Db, gather, onePer, type Tx } from '../../platform/db/index.ts';
import {
  boxAround,
  distanceMetres,
  distanceToShape,
  fromPosition,
  type Point,
} from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RoadClass } from '../organizations/index.ts';
import { readSites, type SiteRow } from './surroundings-store.ts';

/** A place where people go, or a main road, beside a point. */
export interface Site {
  /** As the base map calls it (`school`, `bus-stop`, `street`…); `landmark` when only named. */
  kind: string;
  name: string | null;
  /** Of a street. */
  roadClass: RoadClass | null;
  metres: number;
}

/** Nothing farther is read. */
const FARTHEST_SITE = 150;

interface Asked {
  territoryId: string;
  point: Point;
}

/** Every report asks: those that ask at the same moment share one statement. */
const readerOf = onePer((db: Db) =>
  gather((asked: readonly Asked[]) => readTogether(db.read, asked)),
);

/**
 * Schools, stops, markets… and main roads within {@link FARTHEST_SITE} metres of a point, nearest
 * first: from the base map, and from the gazetteer's landmarks where the map does not draw them.
 */
export async function sitesAround(
  platform: Platform,
  territoryId: string,
  point: Point,
): Promise<Site[]> {
  const read = readerOf(platform.db);
  return (await read({ territoryId, point }))
    .map(({ kind, name, roadClass, geometry, long, lat }) => ({
      kind,
      name,
      roadClass,
      metres: Math.round(
        geometry && geometry.type !== 'Point'
          ? distanceToShape(point, geometry)
          : distanceMetres(
              point,
              geometry ? fromPosition(geometry.coordinates) : { lat: lat ?? 0, long: long ?? 0 },
            ),
      ),
    }))
    .filter(({ metres }) => metres <= FARTHEST_SITE)
    .toSorted((a, b) => a.metres - b.metres);
}

async function readTogether(tx: Tx, asked: readonly Asked[]): Promise<SiteRow[][]> {
  const found = new Map<Asked, SiteRow[]>();
  for (const [territoryId, some] of Map.groupBy(asked, (one) => one.territoryId)) {
    const boxes = some.map(({ point }) => boxAround(point, FARTHEST_SITE));
    const rows = await readSites(tx, territoryId, boxes);
    for (const [index, one] of some.entries()) found.set(one, rows[index] ?? []);
  }
  return asked.map((one) => found.get(one) ?? []);
}
