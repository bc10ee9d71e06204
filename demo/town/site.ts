import type { Vec } from '../core/plane.ts';
import type { CommuneFacts } from '../territory/communes.ts';

/** What a piece of public land is for. */
export type LandUse = 'square' | 'park' | 'school' | 'sports-ground' | 'cemetery';

/** A public building that everyone knows. */
export type Monument = 'town-hall' | 'church' | 'station';

/** A piece of land with one use, or a public building with a name. */
export interface Site {
  kind: LandUse | Monument | 'playground';
  name: string;
  ring: Vec[];
  commune: CommuneFacts;
  /** Only of a building. */
  heightMetres?: number;
}
