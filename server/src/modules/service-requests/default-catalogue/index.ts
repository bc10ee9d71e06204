import { cleanliness } from './cleanliness.ts';
import type { CatalogueService } from './entry.ts';
import { greenSpaces } from './green-spaces.ts';
import { lighting } from './lighting.ts';
import { otherRequests, parking, playgrounds, publicBuildings } from './places.ts';
import { roads } from './roads.ts';
import { streetFurniture } from './street-furniture.ts';
import { water } from './water.ts';

export type { CatalogueService } from './entry.ts';

/**
 * What a French town's residents ask for, in their words: where every territory starts from, to
 * be changed as data.
 */
export const DEFAULT_CATALOGUE: readonly CatalogueService[] = [
  ...roads,
  ...lighting,
  ...cleanliness,
  ...greenSpaces,
  ...water,
  ...streetFurniture,
  ...playgrounds,
  ...parking,
  ...publicBuildings,
  ...otherRequests,
];
