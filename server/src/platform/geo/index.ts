/** Places, boxes, shapes and distances: pure geometry in WGS 84, without PostGIS. */
export { type BoundingBox, bboxOf, boxAround, contains, intersects } from './bounding-box.ts';
export { distanceMetres, EARTH_RADIUS } from './distance.ts';
export { featureLines, lineAt } from './feature-lines.ts';
export { geometryFault, LINES, SURFACES } from './geometry-fault.ts';
export {
  distanceToEdge,
  distanceToShape,
  type NearestSegment,
  nearestSegment,
} from './nearest-segment.ts';
export { fromPosition, isPoint, type Point, parsePoint, toPosition } from './point.ts';
export { pointInPolygon } from './point-in-polygon.ts';
export { type Area, type Line, linesOf, polygonsOf, shapeFault } from './shape.ts';
export {
  isSlippyTile,
  MERCATOR_LATITUDE,
  type SlippyTile,
  tileAt,
  tileBox,
} from './slippy-tile.ts';
