import type { Tx } from '../../../platform/db/index.ts';
import { type Area, type BoundingBox, intersects } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { directoryVersion, organizationsById } from '../../organizations/index.ts';
import type { MapFeature } from '../feature.ts';
import { featuresIn, findMapVersion } from './feature-store.ts';

/** What a box shows at a zoom: our features, and the limits of the communes above them. */
export async function mapFeatures(
  platform: Platform,
  territoryId: string,
  box: BoundingBox,
  zoom: number,
  most: number,
): Promise<MapFeature[]> {
  const { read } = platform.db;
  const features = await featuresIn(read, territoryId, box, zoom, most);
  const organizations = await organizationsById(platform, read, territoryId);
  const limits = [...organizations.values()].flatMap(({ kind, name, boundary, box: around }) =>
    kind === 'commune' && boundary && around && intersects(around, box)
      ? [limit(name, boundary)]
      : [],
  );
  return [...features, ...limits];
}

/** Changes when the map, or a boundary on it, does. */
export async function mapVersion(platform: Platform, tx: Tx, territoryId: string): Promise<string> {
  const map = await findMapVersion(tx, territoryId);
  const directory = await directoryVersion(platform, tx, territoryId);
  return `${map ?? 'none'}.${directory}`;
}

function limit(name: string, geometry: Area): MapFeature {
  return {
    layer: 'boundary',
    kind: 'commune',
    name,
    reference: null,
    roadClass: null,
    roadNumber: null,
    bridge: false,
    widthMetres: null,
    heightMetres: null,
    geometry,
  };
}
