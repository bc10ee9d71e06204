/**
 * MapLibre, whole, in one chunk that is fetched only when a map is really shown (≈ 300 kB).
 * Vite does not emit the worker of an ESM-only package by itself: its address is given by hand.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import { addProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { PMTiles, Protocol, TileType } from 'pmtiles';

setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);

/** Says whether a PMTiles file holds shapes rather than pictures, as its header tells. */
export async function holdsShapes(url: string): Promise<boolean> {
  const { tileType } = await new PMTiles(url).getHeader();
  return tileType === TileType.Mvt;
}

export {
  AttributionControl,
  type GeoJSONSource,
  Map as MapLibreMap,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
} from 'maplibre-gl';
