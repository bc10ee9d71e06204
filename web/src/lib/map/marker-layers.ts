import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { PICKED_IMAGE } from './marker-images.ts';
import { palette } from './palette.ts';
import { NO_MARKERS } from './types.ts';

export const MARKERS = 'markers';
export const PICKED = 'picked';
/** Layers that answer to a press. */
export const PRESSABLE = ['groups', 'markers'];

export const markerSources: Record<string, SourceSpecification> = {
  // Ids of ours are texts; MapLibre keeps a feature's state only under a promoted property.
  [MARKERS]: { type: 'geojson', data: NO_MARKERS, promoteId: 'id' },
  [PICKED]: { type: 'geojson', data: NO_MARKERS },
};

const whenSelected: ExpressionSpecification = [
  'case',
  ['boolean', ['feature-state', 'selected'], false],
  1,
  0,
];

/** What is reported, drawn over any basemap: groups, single things, the place being chosen. */
export const markerLayers: LayerSpecification[] = [
  {
    id: 'selected',
    type: 'circle',
    source: MARKERS,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 11, 14, 16, 16, 19],
      'circle-color': palette.raised,
      'circle-stroke-color': palette.ink,
      'circle-stroke-width': 3,
      'circle-opacity': whenSelected,
      'circle-stroke-opacity': whenSelected,
    },
  },
  {
    id: 'groups',
    type: 'circle',
    source: MARKERS,
    filter: ['>', ['coalesce', ['get', 'count'], 1], 1],
    paint: {
      'circle-color': palette.raised,
      'circle-radius': ['interpolate', ['linear'], ['get', 'count'], 2, 14, 50, 20, 1000, 30],
      'circle-stroke-color': palette.known,
      'circle-stroke-width': 4,
    },
  },
  {
    id: 'group-counts',
    type: 'symbol',
    source: MARKERS,
    filter: ['>', ['coalesce', ['get', 'count'], 1], 1],
    layout: {
      'text-field': ['to-string', ['get', 'count']],
      'text-font': ['Atkinson Hyperlegible Bold', 'Atkinson Hyperlegible'],
      'text-size': 14,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': palette.known },
  },
  {
    id: 'markers',
    type: 'symbol',
    source: MARKERS,
    filter: ['<=', ['coalesce', ['get', 'count'], 1], 1],
    layout: {
      'icon-image': ['concat', 'marker-', ['get', 'tone']],
      // From afar a crowd of marks would hide the town.
      'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 14, 0.8, 16, 1],
      'icon-allow-overlap': true,
      // Names of streets and communes stay under the marks rather than vanish.
      'icon-ignore-placement': true,
      // What wants a hand stays on top.
      'symbol-sort-key': ['match', ['get', 'tone'], 'waiting', 3, 'known', 2, 1],
    },
  },
  {
    id: 'picked',
    type: 'symbol',
    source: PICKED,
    layout: {
      'icon-image': PICKED_IMAGE,
      'icon-anchor': 'bottom',
      'icon-allow-overlap': true,
    },
  },
];
