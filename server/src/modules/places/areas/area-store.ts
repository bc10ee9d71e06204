import type { Position } from 'geojson';
import { fromPoint, sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { Area, BoundingBox, Line, Point } from '../../../platform/geo/index.ts';
import type { PlaceTables } from '../tables.ts';

const on = tables<PlaceTables>();

export interface StreetRow {
  id: string;
  name: string;
  communeName: string;
  point: Point;
}

export async function findStreet(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<StreetRow | undefined> {
  const row = await on(tx)
    .selectFrom('place')
    .select(['id', 'name', 'commune_name as communeName', 'at'])
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .where('kind', '=', 'street')
    .executeTakeFirst();
  return row && { ...row, point: fromPoint(row.at) };
}

/** No street has more; an import that says so is mistaken. */
const MOST_DOORS = 2_000;

export async function doorsOf(tx: Tx, territoryId: string, placeId: string): Promise<Position[]> {
  const rows = await on(tx)
    .selectFrom('address')
    .select('at')
    .where('territory_id', '=', territoryId)
    .where('place_id', '=', placeId)
    .limit(MOST_DOORS)
    .execute();
  return rows.map(({ at }) => {
    const { long, lat } = fromPoint(at);
    return [long, lat];
  });
}

export async function linesNamed(
  tx: Tx,
  territoryId: string,
  name: string,
  box: BoundingBox,
): Promise<Line[]> {
  const rows = await on(tx)
    .selectFrom('map_feature')
    .select('geometry')
    .where('territory_id', '=', territoryId)
    // A literal, so that the index of streets serves.
    .where(sql<boolean>`kind = 'street'`)
    .where('name', '=', name)
    .where(overlaps(box))
    .where(sql<boolean>`geometry ->> 'type' IN ('LineString', 'MultiLineString')`)
    .limit(200)
    .execute();
  return rows.map(({ geometry }) => geometry as Line);
}

export interface ParkRow {
  id: string;
  name: string;
  geometry: Area;
}

const parks = (tx: Tx, territoryId: string) =>
  on(tx)
    .selectFrom('map_feature')
    .select(['id', 'name', 'geometry'])
    .where('territory_id', '=', territoryId)
    .where('layer', '=', 'park')
    .where('name', 'is not', null)
    .where(sql<boolean>`geometry ->> 'type' IN ('Polygon', 'MultiPolygon')`);

export async function findPark(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ParkRow | undefined> {
  const row = await parks(tx, territoryId).where('id', '=', id).executeTakeFirst();
  return row as ParkRow | undefined;
}

/** A métropole has some hundreds of parks with a name. */
const MOST_PARKS = 5_000;

export async function listParks(tx: Tx, territoryId: string): Promise<ParkRow[]> {
  return (await parks(tx, territoryId).limit(MOST_PARKS).execute()) as ParkRow[];
}

/** Parks whose box touches this one. */
export async function parksIn(tx: Tx, territoryId: string, box: BoundingBox): Promise<ParkRow[]> {
  return (await parks(tx, territoryId).where(overlaps(box)).limit(50).execute()) as ParkRow[];
}

function overlaps({ west, south, east, north }: BoundingBox) {
  return sql<boolean>`area && box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`;
}
