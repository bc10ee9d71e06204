import type { FeatureCollection, Point } from 'geojson';
import type { Tone } from '#lib/ui/Badge.svelte';

/** WGS 84 degrees. */
export interface LatLong {
  lat: number;
  long: number;
}

/** West, south, east, north, in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** Whose drawing lies under ours, as `GET /territory` says it. */
export type Basemap =
  | { kind: 'own' }
  | { kind: 'tiles'; url: string; attribution: string }
  | { kind: 'pmtiles'; url: string; attribution: string };

/** One thing shown on the map, or a group of them too close to be told apart. */
export interface MarkerProperties {
  id: string;
  /** Gives the shape as well as the colour. */
  tone: Tone;
  /** How many things the marker stands for; absent or 1 for a single one. */
  count?: number;
}

export type Markers = FeatureCollection<Point, MarkerProperties>;

export const NO_MARKERS: Markers = { type: 'FeatureCollection', features: [] };
