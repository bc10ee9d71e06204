/** The town on a map, for every face: markers in three colours and four shapes, or a place to pick. */
export { around } from './around.ts';
export { default as TownMap } from './TownMap.svelte';
export type { Basemap, Bounds, LatLong, MarkerProperties, Markers } from './types.ts';
