import { sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Area, BoundingBox, Line } from '../../platform/geo/index.ts';
import type { RoadClass } from '../organizations/index.ts';
import type { Shape } from './feature.ts';
import type { HoldingFacts } from './holdings/holding.ts';
import type { PlaceTables } from './tables.ts';

const on = tables<PlaceTables>();

/** Boxes in which to look for each kind of thing around one point. */
export interface SurroundingsAsked {
  streets: BoundingBox;
  addresses: BoundingBox;
  landmarks: BoundingBox;
  grounds: BoundingBox;
}

/** What the gazetteer has around one point. */
export interface Surroundings {
  streets: {
    name: string | null;
    roadClass: RoadClass | null;
    roadNumber: string | null;
    builtUp: boolean | null;
    ownerCode: string | null;
    widthMetres: number | null;
    geometry: Line;
  }[];
  /** Parks, squares, buildings whose box holds the point, and that have a name or an owner. */
  grounds: { name: string | null; ownerCode: string | null; geometry: Area }[];
  addresses: { number: string; street: string; communeName: string; lat: number; long: number }[];
  landmarks: { name: string; communeName: string; lat: number; long: number }[];
  /** What the town says of roads and assets there, by their line or their place. */
  placed: (HoldingFacts & { name: string; geometry: Shape })[];
  /** Of all that the town says; null when it never said anything. */
  holdingVersion: string | null;
}

/** What is around each of several points, by one statement for them all. */
export async function readSurroundings(
  tx: Tx,
  territoryId: string,
  asked: readonly SurroundingsAsked[],
): Promise<Surroundings[]> {
  const boxes = (kind: keyof SurroundingsAsked) => asked.map((around) => boxText(around[kind]));
  const { rows } = await sql<Surroundings>`
    SELECT
      coalesce((SELECT json_agg(street) FROM (
        SELECT name, road_class AS "roadClass", road_number AS "roadNumber",
               built_up AS "builtUp", owner_code AS "ownerCode", width_metres AS "widthMetres", geometry
        FROM map_feature
        WHERE territory_id = ${territoryId} AND kind = 'street' AND area && asked.streets::box
          AND geometry ->> 'type' IN ('LineString', 'MultiLineString')
        LIMIT 300) AS street), '[]') AS streets,
      coalesce((SELECT json_agg(ground) FROM (
        SELECT name, owner_code AS "ownerCode", geometry
        FROM map_feature
        WHERE territory_id = ${territoryId} AND area && asked.grounds::box
          AND layer IN ('area', 'park', 'building') AND (name IS NOT NULL OR owner_code IS NOT NULL)
          AND geometry ->> 'type' IN ('Polygon', 'MultiPolygon')
        LIMIT 50) AS ground), '[]') AS grounds,
      coalesce((SELECT json_agg(door) FROM (
        SELECT address.number, place.name AS street, place.commune_name AS "communeName",
               address.at[0] AS long, address.at[1] AS lat
        FROM address
        JOIN place ON place.territory_id = address.territory_id AND place.id = address.place_id
        WHERE address.territory_id = ${territoryId} AND address.at <@ asked.addresses::box
        LIMIT 500) AS door), '[]') AS addresses,
      coalesce((SELECT json_agg(landmark) FROM (
        SELECT name, commune_name AS "communeName", at[0] AS long, at[1] AS lat
        FROM place
        WHERE territory_id = ${territoryId} AND kind = 'landmark' AND at <@ asked.landmarks::box
        LIMIT 200) AS landmark), '[]') AS landmarks,
      coalesce((SELECT json_agg(held) FROM (
        SELECT name, road_class AS "roadClass", road_number AS "roadNumber", built_up AS "builtUp",
               owner_code AS "ownerCode", geometry
        FROM holding
        WHERE territory_id = ${territoryId} AND area && asked.streets::box
        LIMIT 300) AS held), '[]') AS placed,
      (SELECT version FROM holding_version WHERE territory_id = ${territoryId}) AS "holdingVersion"
    FROM unnest(${boxes('streets')}::text[], ${boxes('addresses')}::text[], ${boxes('landmarks')}::text[],
      ${boxes('grounds')}::text[])
      WITH ORDINALITY AS asked(streets, addresses, landmarks, grounds, rank)
    ORDER BY asked.rank`.execute(on(tx));
  return rows;
}

/** Where people go, or a main road, in a box. */
export interface SiteRow {
  kind: string;
  name: string | null;
  roadClass: RoadClass | null;
  /** Null for a landmark, which is a point. */
  geometry: Shape | null;
  long: number | null;
  lat: number | null;
}

/** Sites of each of several boxes, by one statement; the index `map_feature_site` serves it. */
export async function readSites(
  tx: Tx,
  territoryId: string,
  boxes: readonly BoundingBox[],
): Promise<SiteRow[][]> {
  const { rows } = await sql<{ sites: SiteRow[] }>`
    SELECT coalesce((SELECT json_agg(site) FROM (
      (SELECT kind, name, road_class AS "roadClass", geometry, NULL::float8 AS long, NULL::float8 AS lat
       FROM map_feature
       WHERE territory_id = ${territoryId} AND area && asked.box::box
         AND (kind IN ('school', 'kindergarten', 'nursery', 'college', 'hospital', 'clinic', 'care-home',
           'market', 'marketplace', 'playground', 'station', 'bus-stop', 'tram-stop')
           OR road_class IN ('national', 'departmental'))
       LIMIT 200)
      UNION ALL
      (SELECT 'landmark', name, NULL, NULL, at[0], at[1]
       FROM place
       WHERE territory_id = ${territoryId} AND kind = 'landmark' AND at <@ asked.box::box
       LIMIT 200)) AS site), '[]') AS sites
    FROM unnest(${boxes.map(boxText)}::text[]) WITH ORDINALITY AS asked(box, rank)
    ORDER BY asked.rank`.execute(on(tx));
  return rows.map(({ sites }) => sites);
}

/** A `box` value in its text form. */
function boxText({ west, south, east, north }: BoundingBox): string {
  return `(${west},${south}),(${east},${north})`;
}
