import type { Act } from '../../platform/acts/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { findCompetent, type OrganizationReference } from '../organizations/index.ts';
import { locate, searchPlaces } from '../places/index.ts';
import type { Service } from './catalogue.ts';
import { cleanLine } from './clean-text.ts';
import { UNSORTED } from './default-catalogue/unsorted.ts';
import { type Assignment, type Channel, isFree } from './model.ts';
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

/** What a report says of where it is, and how it came. */
interface Where {
  point: Point | null;
  address: string | null;
  channel: Channel;
  /** The place was only read out of the resident's words. */
  placeProposed?: boolean;
}

/**
 * Finds who is competent for a service at a place, by its point, or else by its address as people
 * write it. An address that the gazetteer does not know is no dead end: a person will decide. So
 * will one for what comes without a service, or without a place that anybody could be asked for.
 *
 * @throws Problem `place-missing` or `outside-territory` (422)
 */
export async function routeRequest(
  platform: Platform,
  act: Act,
  service: Service,
  given: Where,
): Promise<Route> {
  const route = await routePlace(platform, act, service, given);
  const doubts = [
    route.assignment === 'unclear' && route.reason,
    service.code === UNSORTED.code && 'La prestation reste à préciser.',
    given.placeProposed && 'Le lieu a été lu dans le message : il reste à confirmer.',
  ].filter((doubt) => doubt !== false && doubt !== undefined);
  if (doubts.length === 0) return route;
  return { ...route, assignment: 'unclear', reason: doubts.join(' ') };
}

async function routePlace(
  platform: Platform,
  act: Act,
  service: Service,
  given: Where,
): Promise<Route> {
  const address = cleanLine(given.address ?? '');
  const free = isFree(given.channel);
  if (given.point) return routePoint(platform, act, service, given.point, address, free);
  if (address === '') {
    ensure(free, problems.placeMissing);
    return forAPerson('', 'Le lieu n’est pas indiqué : une personne doit le trouver.');
  }
  const { read } = platform.db;
  const [best] = await searchPlaces(platform, read, act.territoryId, { text: address, limit: 1 });
  if (!best) {
    return forAPerson(address, 'L’adresse n’a pas été trouvée : une personne doit la lire.');
  }
  return routePoint(platform, act, service, best.point, address, free);
}

function forAPerson(address: string, reason: string): Route {
  return {
    address,
    communeId: null,
    communeName: null,
    organization: null,
    assignment: 'unclear',
    reason,
  };
}

async function routePoint(
  platform: Platform,
  act: Act,
  service: Service,
  point: Point,
  address: string,
  free: boolean,
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
  if (found.outcome === 'outside') {
    // Who wrote a letter is not there to be told that the place lies elsewhere: a person answers.
    ensure(free, () => problems.outsideTerritory({ detail: found.reason }));
    return forAPerson(address || place.label, found.reason);
  }
  return {
    address: address || place.label,
    communeId: found.commune?.id ?? null,
    communeName: found.commune?.name ?? null,
    organization: found.organization,
    assignment: found.outcome === 'found' ? 'certain' : 'unclear',
    reason: found.reason,
  };
}
