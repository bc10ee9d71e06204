import type { Map as MapLibreMap } from 'maplibre-gl';
import type { map as words } from '#lib/i18n/map.ts';
import '#lib/ui/fonts.css';
import { addMarkerImages } from './marker-images.ts';
import { markerLayers, markerSources } from './marker-layers.ts';
import { townStyle } from './town-style.ts';
import type { Basemap, Bounds } from './types.ts';

export interface TownMapOptions {
  container: HTMLElement;
  basemap: Basemap;
  /** What is seen at first, whole. */
  bounds: Bounds;
  /** Neither to be panned out of nor zoomed out of by much. */
  territory: Bounds;
  /** Accessible name of the map. */
  label: string;
  words: ReturnType<typeof words>;
}

/**
 * Fetches MapLibre and draws the map, ready for its markers.
 *
 * @throws when the browser cannot draw it (no WebGL) or the chunk cannot be fetched
 */
export async function createTownMap(options: TownMapOptions): Promise<MapLibreMap> {
  const maplibre = await import('./maplibre.ts');
  const { container, basemap, bounds, territory, label, words } = options;
  const vectorTiles =
    basemap.kind === 'pmtiles' &&
    (await maplibre.holdsShapes(new URL(basemap.url, location.origin).href));
  const style = townStyle(basemap, location.origin, vectorTiles);
  const map = new maplibre.MapLibreMap({
    container,
    style: {
      ...style,
      sources: { ...style.sources, ...markerSources },
      layers: [...style.layers, ...markerLayers],
    },
    bounds,
    maxBounds: widen(territory),
    fitBoundsOptions: { padding: 24 },
    minZoom: 8,
    maxZoom: 19,
    // A plan is read with north up.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
    locale: {
      'Map.Title': label,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'AttributionControl.ToggleAttribution': words.attribution,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new maplibre.ScaleControl({ unit: 'metric' }), 'bottom-left');
  if (basemap.kind !== 'own') {
    map.addControl(new maplibre.AttributionControl({ compact: true }), 'bottom-right');
  }
  map.on('styleimagemissing', () => {});
  await map.once('style.load');
  addMarkerImages(map);
  return map;
}

/** A margin of one territory on each side: a reader may lose the town from sight, but not far. */
function widen([west, south, east, north]: Bounds): Bounds {
  const [width, height] = [east - west, north - south];
  return [west - width, south - height, east + width, north + height];
}
