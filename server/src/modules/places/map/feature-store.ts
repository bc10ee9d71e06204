import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { BoundingBox } from '../../../platform/geo/index.ts';
import type { MapFeature } from '../feature.ts';
import type { PlaceTables } from '../tables.ts';

const on = tables<PlaceTables>();

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

function overlaps(box: BoundingBox) {
  return sql<boolean>`area && box(point(${box.west}::float8, ${box.south}::float8), point(${box.east}::float8, ${box.north}::float8))`;
}
