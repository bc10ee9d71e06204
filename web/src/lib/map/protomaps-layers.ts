import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { palette } from './palette.ts';

const SOURCE = 'tiles';
const FONT = ['Atkinson Hyperlegible'];
const NAME: ExpressionSpecification = ['coalesce', ['get', 'name:fr'], ['get', 'name']];
const isKind = (...kinds: string[]): ExpressionSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', kinds],
];
const isMain = isKind('highway', 'major_road');

const width = (extra: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.6],
  ['zoom'],
  11,
  ['+', ['case', isMain, 1.6, 0.5], extra / 3],
  14,
  ['+', ['case', isMain, 4, 2], extra],
  18,
  ['+', ['case', isMain, 26, 18], extra],
];

/**
 * Our calm town plan over vector tiles in the layers of Protomaps' basemap, the usual content of a
 * PMTiles file.
 *
 * @see {@link https://docs.protomaps.com/basemaps/layers} version 4
 */
export const protomapsLayers: LayerSpecification[] = [
  fill('earth', palette.ground),
  {
    ...fill('landuse', palette.park),
    filter: isKind('park', 'forest', 'wood', 'grass', 'garden', 'cemetery', 'pitch', 'playground'),
  } as LayerSpecification,
  {
    ...fill('water', palette.water),
    filter: ['==', ['geometry-type'], 'Polygon'],
  } as LayerSpecification,
  { ...fill('buildings', palette.building), minzoom: 14 } as LayerSpecification,
  line('road-edge', palette.roadEdge, width(2)),
  line('road', ['case', isMain, palette.mainRoad, palette.road], width(0)),
  {
    id: 'boundary',
    type: 'line',
    source: SOURCE,
    'source-layer': 'boundaries',
    paint: { 'line-color': palette.boundary, 'line-dasharray': [3, 3] },
  },
  name('road-name', 'roads', 14, 12, { 'symbol-placement': 'line' }),
  name('place-name', 'places', 0, 15, {}),
];

function fill(layer: string, color: string): LayerSpecification {
  return {
    id: layer,
    type: 'fill',
    source: SOURCE,
    'source-layer': layer,
    paint: { 'fill-color': color },
  };
}

function line(
  id: string,
  color: string | ExpressionSpecification,
  lineWidth: ExpressionSpecification,
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: SOURCE,
    'source-layer': 'roads',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': lineWidth },
  };
}

function name(
  id: string,
  layer: string,
  minzoom: number,
  size: number,
  layout: { 'symbol-placement'?: 'line' },
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: SOURCE,
    'source-layer': layer,
    minzoom,
    layout: { ...layout, 'text-field': NAME, 'text-font': FONT, 'text-size': size },
    paint: {
      'text-color': palette.ink,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.6,
    },
  };
}
