import type { Act } from '../../platform/acts/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findCompetent, type OrganizationReference } from '../organizations/index.ts';
import { locate, searchPlaces } from '../places/index.ts';
import type { Service } from './catalogue.ts';
import { cleanLine } from './clean-text.ts';
import type { Assignment } from './model.ts';
import { problems } from './problems.ts';

/** Where a request is, and whose it is. */
export interface Route {
  address: string;
  communeId: string | null;
  communeName: string | null;
  organization: OrganizationReference | null;
  assignment: Assignment;
  /** In French: the rule that decided, or why a person must. */
  reason: string;
}

/**
 * Finds who is competent for a service at a place, by its point, or else by its address as people
 * write it. An address that the gazetteer does not know is no dead end: a person will decide.
 *
 * @throws Problem `place-missing` or `outside-territory` (422)
 */
export async function routeRequest(
  platform: Platform,
  act: Act,
  service: Service,
  given: { point: Point | null; address: string | null },
): Promise<Route> {
  const address = cleanLine(given.address ?? '');
  if (given.point) return routePoint(platform, act, service, given.point, address);
  if (address === '') throw problems.placeMissing();
  const { read } = platform.db;
  const [best] = await searchPlaces(platform, read, act.territoryId, { text: address, limit: 1 });
  if (!best) {
    return {
      address,
      communeId: null,
      communeName: null,
      organization: null,
      assignment: 'unclear',
      reason: 'L’adresse n’a pas été trouvée : une personne doit la lire.',
    };
  }
  return routePoint(platform, act, service, best.point, address);
}

async function routePoint(
  platform: Platform,
  act: Act,
  service: Service,
  point: Point,
  address: string,
): Promise<Route> {
  const { read } = platform.db;
  const place = await locate(platform, read, act.territoryId, point);
  const found = await findCompetent(platform, read, act.territoryId, {
    serviceCode: service.code,
    serviceGroup: service.group,
    point,
    roadClass: place.roadClass,
    roadNumber: place.roadNumber,
    builtUp: place.builtUp,
    at: act.at,
  });
  if (found.outcome === 'outside') throw problems.outsideTerritory({ detail: found.reason });
  return {
    address: address || place.label,
    communeId: found.commune?.id ?? null,
    communeName: found.commune?.name ?? null,
    organization: found.organization,
    assignment: found.outcome === 'found' ? 'certain' : 'unclear',
    reason: found.reason,
  };
}
