import { fromPoint, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Area, BoundingBox, Line, Point } from '../../platform/geo/index.ts';
import type { RoadClass } from '../organizations/index.ts';
import type { MapFeature, Shape } from './feature.ts';
import type { HoldingFacts } from './holdings/holding.ts';
import type { PlaceTables } from './tables.ts';

const on = tables<PlaceTables>();

/** Enough for the words to be compared one by one, few enough to stay quick. */
const SIMILAR = 80;

/** Streets and landmarks whose words are most like the text, by trigrams. */
export async function findSimilarPlaces(tx: Tx, territoryId: string, text: string) {
  const rows = await on(tx)
    .selectFrom('place')
    .select(['id', 'kind', 'name', 'commune_name as communeName', 'postcode', 'at'])
    .where('territory_id', '=', territoryId)
    .orderBy(sql`words <->> ${text}`)
    .limit(SIMILAR)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, point: fromPoint(at) }));
}

/** A métropole has some fifteen thousand; nobody's gazetteer needs more than this in memory. */
const MOST_NAMES = 200_000;

/** Every name of a street or a landmark, once. */
export async function listPlaceNames(tx: Tx, territoryId: string): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('place')
    .select('name')
    .distinct()
    .where('territory_id', '=', territoryId)
    .limit(MOST_NAMES)
    .execute();
  return rows.map(({ name }) => name);
}

/** Whether a street of the gazetteer has a postcode that begins so. */
export async function hasPostcodeLike(
  tx: Tx,
  territoryId: string,
  beginning: string,
): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('place')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('postcode', 'like', `${beginning}%`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface DoorAsked {
  placeId: string;
  numberKey: string;
}

export async function findAddresses(tx: Tx, territoryId: string, asked: DoorAsked[]) {
  if (asked.length === 0) return [];
  const rows = await on(tx)
    .selectFrom('address')
    .select(['id', 'place_id as placeId', 'number', 'number_key as numberKey', 'at'])
    .where('territory_id', '=', territoryId)
    .where('place_id', 'in', [...new Set(asked.map(({ placeId }) => placeId))])
    .where('number_key', 'in', [...new Set(asked.map(({ numberKey }) => numberKey))])
    .limit(400)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, point: fromPoint(at) }));
}

export async function findAddressById(tx: Tx, territoryId: string, id: string) {
  const row = await on(tx)
    .selectFrom('address')
    .innerJoin('place', (join) =>
      join
        .onRef('place.territory_id', '=', 'address.territory_id')
        .onRef('place.id', '=', 'address.place_id'),
    )
    .select(['address.number', 'address.at', 'place.name', 'place.commune_name as communeName'])
    .where('address.territory_id', '=', territoryId)
    .where('address.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, point: fromPoint(row.at) };
}

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

/** What is worth drawing in a box at a zoom, the most important first, up to a number. */
export async function featuresIn(
  tx: Tx,
  territoryId: string,
  box: BoundingBox,
  zoom: number,
  limit: number,
): Promise<MapFeature[]> {
  return (
    on(tx)
      .selectFrom('map_feature')
      .select([
        'layer',
        'kind',
        'name',
        'reference',
        'road_class as roadClass',
        'road_number as roadNumber',
        'bridge',
        'width_metres as widthMetres',
        'height_metres as heightMetres',
        'geometry',
      ])
      .where('territory_id', '=', territoryId)
      .where(overlaps(box))
      // A literal, so that the planner may use the index of the main things only.
      .where(sql<boolean>`min_zoom <= ${sql.lit(Math.trunc(zoom))}`)
      .orderBy('min_zoom')
      .orderBy('id')
      .limit(limit)
      .execute()
  );
}

export async function findMapVersion(tx: Tx, territoryId: string): Promise<string | undefined> {
  const row = await on(tx)
    .selectFrom('gazetteer')
    .select('version')
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  return row?.version;
}

/** Forgets what came from a source, before its new edition comes in. */
export async function deleteSource(tx: Tx, territoryId: string, source: string): Promise<void> {
  for (const table of ['address', 'place', 'map_feature'] as const) {
    await on(tx)
      .deleteFrom(table)
      .where('territory_id', '=', territoryId)
      .where('source', '=', source)
      .execute();
  }
}

export async function renewMap(
  tx: Tx,
  territoryId: string,
  version: string,
  at: Date,
): Promise<void> {
  const values = { territory_id: territoryId, version, imported_at: at };
  await on(tx)
    .insertInto('gazetteer')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('territory_id').doUpdateSet((set) => ({
        version: set.ref('excluded.version'),
        imported_at: set.ref('excluded.imported_at'),
      })),
    )
    .execute();
}

export interface PlaceRow {
  id: string;
  kind: 'street' | 'landmark';
  name: string;
  communeCode: string;
  communeName: string;
  postcode: string | null;
  point: Point;
  words: string;
}

export interface AddressRow {
  id: string;
  placeId: string;
  number: string;
  numberKey: string;
  point: Point;
}

export type FeatureRow = MapFeature & {
  id: string;
  builtUp: boolean | null;
  ownerCode: string | null;
  box: BoundingBox;
  minZoom: number;
};

/** Rows of one statement: arrays of a few thousand keep each message under a few megabytes. */
const BATCH = 4000;

export async function insertPlaces(tx: Tx, territoryId: string, source: string, rows: PlaceRow[]) {
  for (const batch of inBatches(rows)) {
    await sql`
      INSERT INTO place (territory_id, id, source, kind, name, commune_code, commune_name, postcode, at, words)
      SELECT ${territoryId}::uuid, id, ${source}::text, kind, name, commune_code, commune_name, postcode, point(long, lat), words
      FROM unnest(
        ${batch.map((row) => row.id)}::uuid[], ${batch.map((row) => row.kind)}::text[],
        ${batch.map((row) => row.name)}::text[], ${batch.map((row) => row.communeCode)}::text[],
        ${batch.map((row) => row.communeName)}::text[], ${batch.map((row) => row.postcode)}::text[],
        ${batch.map((row) => row.point.long)}::float8[], ${batch.map((row) => row.point.lat)}::float8[],
        ${batch.map((row) => row.words)}::text[]
      ) AS row(id, kind, name, commune_code, commune_name, postcode, long, lat, words)`.execute(
      on(tx),
    );
  }
}

export async function insertAddresses(
  tx: Tx,
  territoryId: string,
  source: string,
  rows: AddressRow[],
) {
  for (const batch of inBatches(rows)) {
    await sql`
      INSERT INTO address (territory_id, id, source, place_id, number, number_key, at)
      SELECT ${territoryId}::uuid, id, ${source}::text, place_id, number, number_key, point(long, lat)
      FROM unnest(
        ${batch.map((row) => row.id)}::uuid[], ${batch.map((row) => row.placeId)}::uuid[],
        ${batch.map((row) => row.number)}::text[], ${batch.map((row) => row.numberKey)}::text[],
        ${batch.map((row) => row.point.long)}::float8[], ${batch.map((row) => row.point.lat)}::float8[]
      ) AS row(id, place_id, number, number_key, long, lat)`.execute(on(tx));
  }
}

export async function insertFeatures(
  tx: Tx,
  territoryId: string,
  source: string,
  rows: FeatureRow[],
) {
  for (const batch of inBatches(rows)) {
    const roadClasses: (RoadClass | null)[] = batch.map((row) => row.roadClass);
    await sql`
      INSERT INTO map_feature (
        territory_id, id, source, layer, kind, name, reference, road_class, road_number, built_up,
        owner_code, bridge, width_metres, height_metres, geometry, area, min_zoom)
      SELECT ${territoryId}::uuid, id, ${source}::text, layer, kind, name, reference, road_class,
        road_number, built_up, owner_code, bridge, width, height, geometry::jsonb,
        box(point(west, south), point(east, north)), min_zoom
      FROM unnest(
        ${batch.map((row) => row.id)}::uuid[], ${batch.map((row) => row.layer)}::text[],
        ${batch.map((row) => row.kind)}::text[], ${batch.map((row) => row.name)}::text[],
        ${batch.map((row) => row.reference)}::text[], ${roadClasses}::text[],
        ${batch.map((row) => row.roadNumber)}::text[], ${batch.map((row) => row.builtUp)}::boolean[],
        ${batch.map((row) => row.ownerCode)}::text[],
        ${batch.map((row) => row.bridge)}::boolean[], ${batch.map((row) => row.widthMetres)}::real[],
        ${batch.map((row) => row.heightMetres)}::real[],
        ${batch.map((row) => JSON.stringify(row.geometry))}::text[],
        ${batch.map((row) => row.box.west)}::float8[], ${batch.map((row) => row.box.south)}::float8[],
        ${batch.map((row) => row.box.east)}::float8[], ${batch.map((row) => row.box.north)}::float8[],
        ${batch.map((row) => row.minZoom)}::smallint[]
      ) AS row(id, layer, kind, name, reference, road_class, road_number, built_up, owner_code,
        bridge, width, height, geometry, west, south, east, north, min_zoom)`.execute(on(tx));
  }
}

/** A large import changes what the planner must believe; it would learn it only minutes later. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`ANALYZE place, address, map_feature`.execute(on(tx));
}

/** A `box` value in its text form. */
function boxText({ west, south, east, north }: BoundingBox): string {
  return `(${west},${south}),(${east},${north})`;
}

function overlaps(box: BoundingBox) {
  return sql<boolean>`area && box(point(${box.west}::float8, ${box.south}::float8), point(${box.east}::float8, ${box.north}::float8))`;
}

function* inBatches<Row>(rows: Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}
