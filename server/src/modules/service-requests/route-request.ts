import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import {
  type CompetenceFinding,
  findCompetent,
  type OrganizationReference,
  organizationsById,
} from '../organizations/index.ts';
import { describeElsewhere, type Location, locate, searchPlaces } from '../places/index.ts';
import type { Service } from './catalogue.ts';
import { cleanLine } from './clean-text.ts';
import { UNSORTED } from './default-catalogue/unsorted.ts';
import { type Assignment, type Channel, isFree } from './model.ts';
import { problems } from './problems.ts';

/** Where a request is, and whose it is. */
export interface Route {
  point: Point | null;
  address: string;
  communeId: string | null;
  communeName: string | null;
  organization: OrganizationReference | null;
  assignment: Assignment;
  /** In French: the rule that decided, or why a person must. */
  reason: string;
  /** Who decides at this place when nobody is sure. */
  orientingOrganizationId: string | null;
  /** Other public authorities that act at this place. */
  concernedOrganizationIds: string[];
}

/** What a report says of where it is, and how it came. */
interface Where {
  point: Point | null;
  address: string | null;
  channel: Channel;
  /** The place was only read out of the resident's words. */
  placeProposed?: boolean;
  /** The organization of the agent who writes it down: it keeps what nobody here is competent for. */
  registrarId?: string | null;
  /** The request lives already, without a place. */
  mayLackPlace?: boolean;
}

/**
 * Finds who is competent for a service at a place, by its point, or else by its address as people
 * write it. An address that the gazetteer does not know is no dead end: a person will decide. So
 * will one for what comes without a service, or without a place that anybody could be asked for,
 * and for what an agent registers although it lies elsewhere.
 *
 * @throws Problem `place-missing`, `outside-territory` or `coordinates-swapped` (422)
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
  if (given.point) return routePoint(platform, act, service, given.point, { ...given, address });
  if (address === '') {
    ensure(isFree(given.channel) || given.mayLackPlace, problems.placeMissing);
    return forAPerson('', 'Le lieu n’est pas indiqué : une personne doit le trouver.');
  }
  const { read } = platform.db;
  const elsewhere = await describeElsewhere(platform, read, act.territoryId, address);
  if (elsewhere) return keepOutside(platform, act, { ...given, address }, elsewhere);
  const [best] = await searchPlaces(platform, read, act.territoryId, { text: address, limit: 1 });
  if (!best) {
    return forAPerson(address, 'L’adresse n’a pas été trouvée : une personne doit la lire.');
  }
  const route = await routePoint(platform, act, service, best.point, { ...given, address });
  // Whoever corrects an address chose it; in a report it is only what somebody typed.
  return given.mayLackPlace ? route : { ...route, point: null };
}

function forAPerson(address: string, reason: string): Route {
  return {
    point: null,
    address,
    communeId: null,
    communeName: null,
    organization: null,
    assignment: 'unclear',
    reason,
    orientingOrganizationId: null,
    concernedOrganizationIds: [],
  };
}

async function routePoint(
  platform: Platform,
  act: Act,
  service: Service,
  point: Point,
  given: Where & { address: string },
): Promise<Route> {
  const { read } = platform.db;
  const { place, found } = await findCompetentFor(platform, read, act, service, point);
  const address = given.address || place.label;
  if (found.outcome === 'outside') {
    ensure(!found.swapped || isFree(given.channel), () =>
      problems.coordinatesSwapped({ detail: found.reason }),
    );
    return { ...(await keepOutside(platform, act, { ...given, address }, found.reason)), point };
  }
  const { commune, organization, orienting, authorityIds } = found;
  return {
    point,
    address,
    communeId: commune?.id ?? null,
    communeName: commune?.name ?? null,
    organization,
    assignment: found.outcome === 'found' ? 'certain' : 'unclear',
    reason: found.reason,
    orientingOrganizationId: orienting?.id ?? null,
    concernedOrganizationIds: authorityIds.filter((id) => id !== organization?.id),
  };
}

/**
 * Who wrote a letter is not there to be told that the place lies elsewhere: a person answers. Nor
 * does an agent at the desk turn somebody away: the town says who is competent, and keeps the trace.
 */
async function keepOutside(
  platform: Platform,
  act: Act,
  { channel, registrarId = null, address }: Where & { address: string },
  reason: string,
): Promise<Route> {
  ensure(isFree(channel) || registrarId, () => problems.outsideTerritory({ detail: reason }));
  const route = forAPerson(address, reason);
  if (!registrarId) return route;
  const { read } = platform.db;
  const registrar = (await organizationsById(platform, read, act.territoryId)).get(registrarId);
  if (!registrar) return route;
  const { id, name, kind } = registrar;
  return { ...route, organization: { id, name, kind }, orientingOrganizationId: id };
}

/**
 * Whom the rules name for a service at a point, with what the gazetteer knows of it.
 *
 * @param without - organizations that refused, or had it already
 */
export async function findCompetentFor(
  platform: Platform,
  tx: Tx,
  act: Act,
  service: Pick<Service, 'code' | 'group'>,
  point: Point,
  without: readonly string[] = [],
): Promise<{ place: Location; found: CompetenceFinding }> {
  const place = await locate(platform, tx, act.territoryId, point);
  const { roadClass, roadNumber, street, builtUp, placeNames, ownerCode } = place;
  const found = await findCompetent(platform, tx, act.territoryId, {
    serviceCode: service.code,
    serviceGroup: service.group,
    point,
    roadClass,
    roadNumber,
    street,
    builtUp,
    placeNames,
    ownerCode,
    at: act.at,
    without,
  });
  return { place, found };
}
