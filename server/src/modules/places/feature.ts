import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { RoadClass } from '../organizations/index.ts';

export type Shape = Point | LineString | MultiLineString | Polygon | MultiPolygon;

/** The layers of our tiles, from the bottom up. */
export const LAYERS = ['area', 'water', 'park', 'boundary', 'building', 'road', 'point'] as const;
export type Layer = (typeof LAYERS)[number];

/** One thing to draw. */
export interface MapFeature {
  layer: Layer;
  /** `street`, `building`, `lamp`, … */
  kind: string;
  name: string | null;
  /** What is painted on the thing: a lamp's number. */
  reference: string | null;
  roadClass: RoadClass | null;
  /** `D 12`. */
  roadNumber: string | null;
  bridge: boolean;
  widthMetres: number | null;
  heightMetres: number | null;
  geometry: Shape;
}

const WATER = new Set(['water', 'river', 'lake', 'canal', 'pond']);
const GREEN = new Set(['park', 'wood', 'garden', 'cemetery', 'playground', 'sports-ground']);
const GROUND = new Set(['square', 'parking', 'quarter', 'farmland']);

/** The layer that shows a kind of thing, by its geometry: the same school is a building or a point. */
export function layerOf(kind: string, geometry: Shape): Exclude<Layer, 'boundary'> {
  switch (geometry.type) {
    case 'Point':
      return 'point';
    case 'LineString':
    case 'MultiLineString':
      return WATER.has(kind) ? 'water' : 'road';
    default:
      if (WATER.has(kind)) return 'water';
      if (GREEN.has(kind)) return 'park';
      return GROUND.has(kind) ? 'area' : 'building';
  }
}
