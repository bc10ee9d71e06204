import type { Tx } from '../../../platform/db/index.ts';
import { boxAround, type Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Answers } from '../answers.ts';
import type { Service } from '../catalogue.ts';
import type { Listed } from '../inbox/listed-store.ts';
import { catalogueOf } from '../offered-services.ts';
import type { ServiceRequest } from '../service-request.ts';
import { meaningfulWords } from '../words.ts';
import { type Candidate, candidatesAround } from './candidate-store.ts';
import { assetsOf, callerKeys } from './identity.ts';
import { duplicateRulesOf } from './rules.ts';
import { type Likeness, likeness, type Report } from './score.ts';
import { stemsOf } from './words-in-common.ts';

/** What is known of a report when its likes are looked for: all of it, or what was typed so far. */
export interface Sought {
  /** Left out of what is found. */
  id?: string;
  serviceCode: string;
  serviceGroup: string;
  point: Point;
  /** How wrong the place may be, in metres, as the device says. */
  accuracy?: number | undefined;
  at: Date;
  description: string;
  answers?: Answers;
  contact?: Pick<ServiceRequest['contact'], 'email' | 'phone'>;
}

/** A request that may be about the same thing. */
export interface Found {
  request: Listed;
  likeness: Likeness;
}

/** What may be compared of other people's words: all, or the texts that everyone may read, by id. */
export type Reading = 'whole' | ((ids: string[]) => Promise<ReadonlyMap<string, string>>);

/** Below this, even to an operator, it is but another report of the quarter. */
const WORTH_TELLING = 0.2;
const SHOWN = 10;
const DAY_MS = 86_400_000;

/**
 * Requests that may be about the same thing, the likeliest first.
 *
 * @param reading - what is answered to everyone must not tell, even by its order, what another
 *   resident wrote: then only texts that are public already are compared
 */
export async function findDuplicates(
  platform: Pick<Platform, 'db'>,
  tx: Tx,
  territoryId: string,
  sought: Sought,
  reading: Reading = 'whole',
): Promise<Found[]> {
  const service = { code: sought.serviceCode, group: sought.serviceGroup };
  const rules = await duplicateRulesOf(platform, territoryId);
  const rule = rules.of(service);
  if (rule.radiusMetres === 0) return [];
  const error = sought.accuracy ?? 0;
  const before = (days: number) => new Date(sought.at.getTime() - days * DAY_MS);
  const candidates = await candidatesAround(tx, territoryId, {
    point: sought.point,
    box: boxAround(sought.point, rule.radiusMetres + error),
    serviceCodes: rules.kin(service),
    receivedSince: before(rule.openDays),
    closedSince: before(rule.pastDays),
  });
  const { byCode } = await catalogueOf(platform, territoryId);
  const said = wordsOfServices(rules.kin(service).map((code) => byCode.get(code)));
  const report = reportOf(sought);
  const texts =
    reading === 'whole' ? null : await reading(candidates.map(({ request }) => request.id));
  return candidates
    .flatMap((candidate): Found[] => {
      const { request } = candidate;
      if (request.id === sought.id || !request.point) return [];
      const found = likeness(
        report,
        comparable(candidate, request.point, texts),
        rule,
        said,
        error,
      );
      return found && found.score >= WORTH_TELLING ? [{ request, likeness: found }] : [];
    })
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, SHOWN);
}

function reportOf(sought: Sought): Report {
  return {
    serviceCode: sought.serviceCode,
    serviceGroup: sought.serviceGroup,
    point: sought.point,
    receivedAt: sought.at,
    closedAt: null,
    stems: stemsOf(sought.description),
    assets: assetsOf(sought.answers ?? {}),
    callers: callerKeys(sought.contact ?? { email: null, phone: null }),
  };
}

const NOTHING: ReadonlySet<string> = new Set();

/** @param texts - the public ones; null when all may be read */
function comparable(
  candidate: Candidate,
  point: Point,
  texts: ReadonlyMap<string, string> | null,
): Report {
  const { request } = candidate;
  return {
    serviceCode: request.serviceCode,
    serviceGroup: request.serviceGroup,
    point,
    receivedAt: request.receivedAt,
    closedAt: request.closedAt,
    stems: stemsOf(texts ? (texts.get(request.id) ?? '') : candidate.description),
    assets: texts ? NOTHING : assetsOf(candidate.answers),
    callers: texts ? NOTHING : callerKeys(candidate),
  };
}

/** Stems that any report of these services has. */
function wordsOfServices(services: readonly (Service | undefined)[]): Set<string> {
  return new Set(
    services.flatMap((service) => meaningfulWords(service?.name ?? '').map(({ stem }) => stem)),
  );
}
