import type { Actor } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { STATUS_LABELS } from '../labels.ts';
import { catalogueOf } from '../offered-services.ts';
import { governed, mayList, mayRead } from '../policy.ts';
import { problems } from '../problems.ts';
import type { DuplicateCandidate } from '../schemas.ts';
import { organizationOf } from '../summary.ts';
import { type Found, findDuplicates, type Reading } from './find-duplicates.ts';
import { candidateView } from './present-group.ts';
import type { DuplicatesQuery, PublicDuplicate } from './schemas.ts';
import { tellLikeness } from './tell-likeness.ts';

/** Of what an operator may read, while a call is being written down. */
export async function lookUpDuplicates(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  query: DuplicatesQuery,
): Promise<DuplicateCandidate[]> {
  ensure(mayList(actor));
  const found = await lookUp(platform, territoryId, query, 'whole');
  const names = await organizationsById(platform, platform.db.read, territoryId);
  return found
    .filter(({ request }) => mayRead(actor, governed(request)))
    .map((one) => candidateView(one, names, null));
}

/** From here on it is worth a resident's minute: more often the same than not. */
const WORTH_ASKING = 0.5;
const SHOWN = 3;

/**
 * For whoever is about to report: what, where, when and its state; nobody's words, not even through
 * what is found or not.
 */
export async function lookUpPublicDuplicates(
  platform: Platform,
  territoryId: string,
  query: DuplicatesQuery,
  language: 'fr' | 'en',
): Promise<PublicDuplicate[]> {
  const found = await lookUp(platform, territoryId, query, 'facts-only');
  const names = await organizationsById(platform, platform.db.read, territoryId);
  return found
    .filter(({ likeness }) => likeness.score >= WORTH_ASKING)
    .slice(0, SHOWN)
    .map(({ request, likeness }) => ({
      id: request.id,
      serviceName: request.serviceName,
      status: request.status,
      statusLabel: STATUS_LABELS[request.status][language],
      address: request.address,
      point: request.point,
      organization: organizationOf(request, names),
      receivedAt: request.receivedAt.toISOString(),
      closedAt: request.closedAt?.toISOString() ?? null,
      reports: 1 + request.duplicatesCount,
      metres: Math.round(likeness.metres),
      reason: tellLikeness(likeness, 'everyone'),
    }));
}

async function lookUp(
  platform: Platform,
  territoryId: string,
  { serviceCode, lat, long, accuracy, q }: DuplicatesQuery,
  reading: Reading,
): Promise<Found[]> {
  const { byCode } = await catalogueOf(platform, territoryId);
  const service = byCode.get(serviceCode);
  ensure(service, () => problems.unknownService({ serviceCode }));
  const sought = {
    serviceCode,
    serviceGroup: service.group,
    point: { lat, long },
    accuracy,
    at: platform.clock.now(),
    description: q ?? '',
  };
  return findDuplicates(platform, platform.db.read, territoryId, sought, reading);
}
