import type { Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sitesAround } from '../../places/index.ts';
import { type Exposure, type ExposureFact, exposureOf, factsOfPlace } from './facts.ts';
import type { Weights } from './weights.ts';

/** The two columns of a request that say how exposed it is. */
export interface Exposed {
  exposure: Exposure;
  exposureFacts: ExposureFact[];
}

/** How exposed a place is by what stands around it; without a place, not at all. */
export async function exposureAt(
  platform: Platform,
  territoryId: string,
  point: Point | null,
  weights: Weights,
): Promise<Exposed> {
  const exposureFacts = point
    ? factsOfPlace(await sitesAround(platform, territoryId, point), weights)
    : [];
  return { exposure: exposureOf(exposureFacts), exposureFacts };
}
