import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { boxAround, distanceMetres } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Listed, listNeighbours } from './inbox-store.ts';
import { governed, mayRead } from './policy.ts';
import type { ServiceRequest } from './service-request.ts';

/** Two reports of one thing are this close: what Signalen and Paris (DansMaRue) both settled on. */
const NEAR_METRES = 50;
/** One closed longer ago is another story (Signalen: 12 weeks). */
const RECENT_DAYS = 84;
const EXAMINED = 100;
const SHOWN = 10;
const DAY_MS = 86_400_000;

/** Requests that may be about the same thing: same service, within 50 m, nearest first. */
export async function findNearby(
  platform: Pick<Platform, 'clock'>,
  tx: Tx,
  territoryId: string,
  actor: Actor,
  request: Pick<ServiceRequest, 'id' | 'serviceCode' | 'point'>,
): Promise<Listed[]> {
  const { point } = request;
  if (!point) return [];
  const since = new Date(platform.clock.now().getTime() - RECENT_DAYS * DAY_MS);
  const box = boxAround(point, NEAR_METRES);
  const found = await listNeighbours(tx, territoryId, request.serviceCode, box, since, EXAMINED);
  return found
    .flatMap((neighbour) => {
      if (neighbour.id === request.id || !neighbour.point) return [];
      if (!mayRead(actor, governed(neighbour))) return [];
      const metres = distanceMetres(point, neighbour.point);
      return metres <= NEAR_METRES ? [{ neighbour, metres }] : [];
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, SHOWN)
    .map(({ neighbour }) => neighbour);
}
