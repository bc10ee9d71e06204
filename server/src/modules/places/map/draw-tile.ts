import { type GeoJSONVTTile, geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import type { SlippyTile } from '../../../platform/geo/index.ts';
import { LAYERS, type MapFeature } from '../feature.ts';

/** Coordinates of a tile go from 0 to this (Mapbox Vector Tile 2.1 §4.1). */
const EXTENT = 4096;
/** Drawn beyond each edge, in the same units, so that lines meet between tiles. */
export const BUFFER = 64;
/** Clients enlarge the tiles of this zoom rather than ask for deeper ones. */
const DEEPEST_TILE = 16;

/** Encodes features as one vector tile, a layer each of {@link LAYERS} that has any. */
export function drawTile({ z, x, y }: SlippyTile, features: readonly MapFeature[]): Uint8Array {
  const layers: Record<string, GeoJSONVTTile> = {};
  for (const layer of LAYERS) {
    const its = features.filter((feature) => feature.layer === layer).map(toGeoJson);
    if (its.length === 0) continue;
    const tile = geoJSONToTile({ type: 'FeatureCollection', features: its }, z, x, y, {
      clip: true,
      extent: EXTENT,
      buffer: BUFFER,
      maxZoom: DEEPEST_TILE,
      tolerance: 4,
    });
    if (tile.features.length > 0) layers[layer] = tile;
  }
  return fromGeojsonVt(layers, { version: 2, extent: EXTENT });
}

/** Only what is known becomes a property: tiles are paid for by the byte, on a phone. */
function toGeoJson(feature: MapFeature): Feature {
  const { kind, name, reference, roadClass, roadNumber, bridge, widthMetres, heightMetres } =
    feature;
  return {
    type: 'Feature',
    geometry: feature.geometry,
    properties: {
      kind,
      ...(name && { name }),
      ...(reference && { ref: reference }),
      ...(roadClass && { roadClass }),
      ...(roadNumber && { roadNumber }),
      ...(bridge && { bridge }),
      ...(widthMetres && { width: Math.round(widthMetres) }),
      ...(heightMetres && { height: Math.round(heightMetres) }),
    },
  };
}
