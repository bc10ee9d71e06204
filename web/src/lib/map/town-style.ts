import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { palette } from './palette.ts';
import { protomapsLayers } from './protomaps-layers.ts';
import type { Basemap } from './types.ts';

/** The family of fonts.css. With no `glyphs` in the style, MapLibre draws letters from it itself. */
const REGULAR = ['Atkinson Hyperlegible'];
const BOLD = ['Atkinson Hyperlegible Bold', 'Atkinson Hyperlegible'];

/**
 * The drawing under the markers: our own town plan, or the tiles that the town chose.
 *
 * @param origin of the page: a worker has no base address to resolve a path against
 * @param vectorTiles - whether a PMTiles file holds shapes rather than pictures
 */
export function townStyle(
  basemap: Basemap,
  origin: string,
  vectorTiles = false,
): StyleSpecification {
  switch (basemap.kind) {
    case 'own':
      return {
        version: 8,
        sources: {
          town: {
            type: 'vector',
            tiles: [`${origin}/api/v1/map/tiles/{z}/{x}/{y}.mvt`],
            minzoom: 8,
            maxzoom: 16,
          },
        },
        layers: townLayers(),
      };
    case 'tiles':
      return rasterStyle({ tiles: [basemap.url] }, basemap.attribution);
    case 'pmtiles': {
      const url = `pmtiles://${new URL(basemap.url, origin)}`;
      return vectorTiles
        ? vectorStyle(url, basemap.attribution)
        : rasterStyle({ url }, basemap.attribution);
    }
  }
}

const vectorStyle = (url: string, attribution: string): StyleSpecification => ({
  version: 8,
  sources: { tiles: { type: 'vector', url, attribution } },
  layers: [background(), ...protomapsLayers],
});

function rasterStyle(
  source: { tiles: string[] } | { url: string },
  attribution: string,
): StyleSpecification {
  return {
    version: 8,
    sources: { tiles: { type: 'raster', tileSize: 256, maxzoom: 19, attribution, ...source } },
    layers: [background(), { id: 'tiles', type: 'raster', source: 'tiles' }],
  };
}

const background = (): LayerSpecification => ({
  id: 'ground',
  type: 'background',
  paint: { 'background-color': palette.ground },
});

const MAIN_ROADS = ['national', 'departmental'];
const isMain: ExpressionSpecification = [
  'in',
  ['coalesce', ['get', 'roadClass'], ''],
  ['literal', MAIN_ROADS],
];

/** Widths in pixels that double with each zoom, as the ground does. */
const roadWidth = (extra: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.6],
  ['zoom'],
  11,
  ['+', ['case', isMain, 1.6, 0.5], extra / 3],
  14,
  ['+', ['case', isMain, 4, 2], extra],
  17,
  ['+', ['case', isMain, 17, 12], extra],
  19,
  ['+', ['case', isMain, 46, 36], extra],
];

function townLayers(): LayerSpecification[] {
  return [
    background(),
    fill('area', ['match', ['get', 'kind'], 'quarter', palette.builtUp, palette.area]),
    fill('park', palette.park),
    {
      ...fill('water', palette.water),
      filter: ['==', ['geometry-type'], 'Polygon'],
    } as LayerSpecification,
    {
      id: 'stream',
      type: 'line',
      source: 'town',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.water,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 11, 1, 16, 8],
      },
    },
    {
      id: 'building',
      type: 'fill',
      source: 'town',
      'source-layer': 'building',
      minzoom: 14,
      paint: {
        'fill-color': palette.building,
        'fill-outline-color': palette.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 15, 1],
      },
    },
    road('road-edge', palette.roadEdge, roadWidth(2)),
    road('road', ['case', isMain, palette.mainRoad, palette.road], roadWidth(0)),
    {
      id: 'rail',
      type: 'line',
      source: 'town',
      'source-layer': 'road',
      filter: isRail,
      paint: {
        'line-color': palette.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 17, 3],
        'line-dasharray': [4, 2],
      },
    },
    {
      id: 'boundary',
      type: 'line',
      source: 'town',
      'source-layer': 'boundary',
      paint: {
        'line-color': palette.boundary,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.8, 16, 2],
        'line-dasharray': [3, 3],
        'line-opacity': 0.7,
      },
    },
    {
      id: 'road-name',
      type: 'symbol',
      source: 'town',
      'source-layer': 'road',
      minzoom: 14.5,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 18, 15],
        'text-padding': 6,
      },
      paint: halo(palette.ink),
    },
    {
      id: 'water-name',
      type: 'symbol',
      source: 'town',
      'source-layer': 'water',
      minzoom: 13,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': 13,
        'text-letter-spacing': 0.05,
      },
      paint: halo(palette.waterInk),
    },
    {
      id: 'park-name',
      type: 'symbol',
      source: 'town',
      'source-layer': 'park',
      minzoom: 14,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': 12,
        'text-max-width': 7,
      },
      paint: halo(palette.done),
    },
    {
      id: 'point-name',
      type: 'symbol',
      source: 'town',
      'source-layer': 'point',
      minzoom: 14,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': 12,
        'text-max-width': 8,
      },
      paint: halo(palette.inkSoft),
    },
    {
      id: 'commune-name',
      type: 'symbol',
      source: 'town',
      'source-layer': 'boundary',
      maxzoom: 14,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 12, 13, 17],
        'text-max-width': 8,
        // A commune over several tiles is named in each: once is enough.
        'text-padding': 24,
      },
      paint: halo(palette.ink),
    },
  ];
}

const isRail: ExpressionSpecification = ['==', ['get', 'kind'], 'railway'];

function fill(layer: string, color: string | ExpressionSpecification): LayerSpecification {
  return {
    id: layer,
    type: 'fill',
    source: 'town',
    'source-layer': layer,
    paint: { 'fill-color': color },
  };
}

function road(
  id: string,
  color: string | ExpressionSpecification,
  width: ExpressionSpecification,
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'town',
    'source-layer': 'road',
    filter: ['!', isRail],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  };
}

const halo = (color: string) => ({
  'text-color': color,
  'text-halo-color': palette.halo,
  'text-halo-width': 1.6,
});
