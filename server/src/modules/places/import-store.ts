import { sql, type Tx, tables } from '../../platform/db/index.ts';
import type { BoundingBox, Point } from '../../platform/geo/index.ts';
import type { RoadClass } from '../organizations/index.ts';
import type { MapFeature } from './feature.ts';
import type { PlaceTables } from './tables.ts';

const on = tables<PlaceTables>();

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

function* inBatches<Row>(rows: Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}
