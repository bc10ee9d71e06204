import type { Position } from 'geojson';
import type { Tx } from '../../../platform/db/index.ts';
import { bboxOf, boxAround, linesOf, polygonsOf } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findCommune, organizationsById } from '../../organizations/index.ts';
import type { Area, AreaKind, AreaShape } from './area.ts';
import {
  doorsOf,
  findPark,
  findStreet,
  linesNamed,
  type ParkRow,
  type StreetRow,
} from './area-store.ts';

/** From a street's doors, or its one known point, to the end of its line. */
const AROUND_METRES = 1_500;

/** One street, park or commune with where it lies; `undefined` when there is none of this id. */
export async function findArea(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  kind: AreaKind,
  id: string,
): Promise<Area | undefined> {
  if (kind === 'commune') return communeArea(platform, tx, territoryId, id);
  return kind === 'street'
    ? streetArea(platform, tx, territoryId, id)
    : parkArea(platform, tx, territoryId, id);
}

async function communeArea(platform: Platform, tx: Tx, territoryId: string, id: string) {
  const found = (await organizationsById(platform, tx, territoryId)).get(id);
  if (found?.kind !== 'commune') return undefined;
  const { name } = found;
  return { kind: 'commune' as const, id, name, communeId: id, communeName: name, shape: null };
}

async function streetArea(platform: Platform, tx: Tx, territoryId: string, id: string) {
  const street = await findStreet(tx, territoryId, id);
  if (!street) return undefined;
  const commune = await findCommune(platform, tx, territoryId, street.point);
  return {
    kind: 'street' as const,
    id,
    name: street.name,
    communeId: commune?.id ?? null,
    communeName: street.communeName,
    shape: await streetShape(tx, territoryId, street),
  };
}

/** The lines that bear its name near it: there is a « rue de l’Église » in the next village too. */
async function streetShape(tx: Tx, territoryId: string, street: StreetRow): Promise<AreaShape> {
  const { long, lat } = street.point;
  const around = boxAround(street.point, AROUND_METRES);
  const lines = await linesNamed(tx, territoryId, street.name, around);
  const coordinates = lines.flatMap((line) => linesOf(line)).filter((line) => line.length > 1);
  if (coordinates.length > 0) return { type: 'MultiLineString', coordinates };
  const doors: Position[] = await doorsOf(tx, territoryId, street.id);
  return { type: 'MultiPoint', coordinates: doors.length > 0 ? doors : [[long, lat]] };
}

async function parkArea(platform: Platform, tx: Tx, territoryId: string, id: string) {
  const park = await findPark(tx, territoryId, id);
  if (!park) return undefined;
  const commune = await communeOfPark(platform, tx, territoryId, park);
  return {
    kind: 'park' as const,
    id,
    name: park.name,
    communeId: commune?.id ?? null,
    communeName: commune?.name ?? '',
    shape: parkShape(park),
  };
}

export function parkShape({ geometry }: ParkRow): AreaShape {
  return { type: 'MultiPolygon', coordinates: polygonsOf(geometry) };
}

/** The commune of the middle of a park: the map does not say it. */
export function communeOfPark(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  { geometry }: ParkRow,
): ReturnType<typeof findCommune> {
  const { west, south, east, north } = bboxOf(geometry);
  const middle = { lat: (south + north) / 2, long: (west + east) / 2 };
  return findCommune(platform, tx, territoryId, middle);
}
