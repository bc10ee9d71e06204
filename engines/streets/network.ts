/**
 * The streets of a town as a vehicle meets them: junctions, and the segments between two of them.
 * Every array of segments has the same length.
 */
export interface StreetNetwork {
  /** How many junctions; segments name them by number. */
  junctions: number;
  from: Uint32Array;
  to: Uint32Array;
  metres: Float32Array;
  /** Seconds from `from` to `to`; `Infinity` where it is forbidden. */
  forward: Float32Array;
  /** Seconds from `to` to `from`. */
  backward: Float32Array;
  /** Tonnes; `Infinity` without a limit. */
  maxTonnes: Float32Array;
  /** Metres; `Infinity` without a limit. */
  maxHeight: Float32Array;
  /** Segment `s` goes through the points `shapeStart[s]` to `shapeStart[s + 1] - 1`, both ends included. */
  shapeStart: Uint32Array;
  lat: Float64Array;
  long: Float64Array;
}
