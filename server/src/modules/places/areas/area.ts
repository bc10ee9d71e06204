import type { MultiLineString, MultiPoint, MultiPolygon } from 'geojson';
import {
  type BoundingBox,
  bboxOf,
  boxAround,
  distanceMetres,
  distanceToShape,
  fromPosition,
  type Point,
} from '../../../platform/geo/index.ts';

export const AREA_KINDS = ['street', 'park', 'commune'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** Where an area lies: the line of a street, else its doors; the outline of a park. */
export type AreaShape = MultiPoint | MultiLineString | MultiPolygon;

/** A street, a park or a commune of the territory, as people name what they care for. */
export interface Area {
  kind: AreaKind;
  /** Of the place, the map's feature or the organization; the same after a new import. */
  id: string;
  name: string;
  communeId: string | null;
  communeName: string;
  /** Null for a commune: what happens there knows its commune. */
  shape: AreaShape | null;
}

/** How far a thing may be from what it belongs to: half a wide street, a front garden, a fence. */
const REACH = { MultiLineString: 30, MultiPoint: 40, MultiPolygon: 15 };

/** Whether a point belongs to the street or the park. */
export function isOfShape(shape: AreaShape, point: Point): boolean {
  const metres =
    shape.type === 'MultiPoint'
      ? Math.min(...shape.coordinates.map((at) => distanceMetres(point, fromPosition(at))))
      : distanceToShape(point, shape);
  return metres <= REACH[shape.type];
}

/** Everything that may belong to it is in this box. */
export function boxOfShape(shape: AreaShape): BoundingBox {
  const { west, south, east, north } = bboxOf(shape);
  const reach = REACH[shape.type];
  const [low, high] = [
    boxAround({ lat: south, long: west }, reach),
    boxAround({ lat: north, long: east }, reach),
  ];
  return { west: low.west, south: low.south, east: high.east, north: high.north };
}
