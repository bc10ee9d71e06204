/** Travel: how long a service's vehicle takes from one place to another. The only door. */
export { type ImportedStreets, importStreets } from './import-streets.ts';
export type { TravelTable, VehicleClass } from './model.ts';
export { readExtract } from './osm/read-extract.ts';
export { problems } from './problems.ts';
export { routes } from './routes.ts';
export { travelTimes } from './travel-times.ts';

export const migrations = new URL('./migrations/', import.meta.url);
