import type { Tx } from '../../platform/db/index.ts';
import { type BoundingBox, toPosition } from '../../platform/geo/index.ts';
import type { Filters, Reach } from './inbox/asked.ts';
import { isWide } from './inbox/conditions-store.ts';
import { type Cluster, type Dot, listClusters, listDots } from './inbox/map-store.ts';
import { OPEN } from './model.ts';
import type { MapFeatures } from './schemas.ts';

/** Beyond this many dots a map is a blot: they are counted by cell instead. */
const MOST_DOTS = 1_000;
/** From this zoom on, a street fills the screen and each request is drawn whatever their number. */
const STREET_ZOOM = 17;
/** Cells across one 256-pixel tile: marks stand about 64 pixels apart. */
const CELLS_PER_TILE = 4;
const WORLD_DEGREES = 360;

/**
 * Requests in a box, as GeoJSON: dots where they can be told apart, clusters elsewhere.
 *
 * Cells hang on the zoom, not on the box: a cluster stays in its place while the map is moved.
 * Without a status, open requests only: what a map is for.
 */
export async function mapServiceRequests(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  filters: Filters & { box: BoundingBox },
  zoom: number,
): Promise<MapFeatures> {
  const shown = { ...filters, statuses: filters.statuses ?? OPEN };
  if (!isWide(filters.box)) {
    const dots = await listDots(tx, territoryId, reach, shown, MOST_DOTS + 1);
    if (dots.length <= MOST_DOTS || zoom >= STREET_ZOOM) return drawDots(dots);
  }
  const cell = WORLD_DEGREES / 2 ** Math.floor(zoom) / CELLS_PER_TILE;
  const clusters = await listClusters(tx, territoryId, reach, shown, cell);
  const total = clusters.reduce((sum, { count }) => sum + count, 0);
  return total <= MOST_DOTS || zoom >= STREET_ZOOM
    ? drawDots(await listDots(tx, territoryId, reach, shown, MOST_DOTS))
    : collection(clusters.map(drawCluster));
}

type Feature = MapFeatures['features'][number];

function collection(features: Feature[]): MapFeatures {
  return { type: 'FeatureCollection', features };
}

const drawDots = (dots: Dot[]) => collection(dots.slice(0, MOST_DOTS).map(drawDot));

function drawDot({ point, receivedAt, ...dot }: Dot): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: toPosition(point) },
    properties: { cluster: false, count: 1, ...dot, receivedAt: receivedAt.toISOString() },
  };
}

function drawCluster({ point, count, priority }: Cluster): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: toPosition(point) },
    properties: { cluster: true, count, priority },
  };
}
