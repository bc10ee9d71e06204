/** Places: where an address is, what is at a point, and the town's own base map. */
export {
  AREA_KINDS,
  type Area,
  type AreaKind,
  type AreaShape,
  boxOfShape,
  isOfShape,
} from './areas/area.ts';
export { findArea } from './areas/find-area.ts';
export { AreaParams } from './areas/schemas.ts';
export { describeElsewhere } from './describe-elsewhere.ts';
export type { MapFeature } from './feature.ts';
export { findAddress } from './find-address.ts';
export { importHoldings } from './holdings/import-holdings.ts';
export { type HoldingsPreview, previewHoldings } from './holdings/preview-holdings.ts';
export { importAddresses } from './import-addresses.ts';
export {
  type ImportedAddress,
  type ImportedFeature,
  type ImportedLandmark,
  type ImportPlaces,
  importPlaces,
} from './import-places.ts';
export { locate } from './locate.ts';
export type { Location, Place } from './place.ts';
export { placeNames } from './place-names.ts';
export { problems } from './problems.ts';
export { routes } from './routes.ts';
export { type SearchPlaces, searchPlaces } from './search-places.ts';
export { type Site, sitesAround } from './sites-around.ts';

export const migrations = new URL('./migrations/', import.meta.url);

/** What happens here, for those who listen. */
export const EVENT_TYPES = [
  'places.imported',
  'places.holdings-imported',
  'places.holding-added',
  'places.holding-corrected',
  'places.holding-removed',
] as const;
