import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { searchPlaces } from '../../places/index.ts';
import { cleanText } from '../clean-text.ts';
import { giveCommand } from '../give-command.ts';
import { problems } from '../problems.ts';
import { findCompetentFor } from '../route-request.ts';
import type { ServiceRequest } from '../service-request.ts';
import { REFUSAL_LABELS } from './labels.ts';
import { formerHolders, nextHolder, type RefusalReason } from './model.ts';
import { insertRefusal, refusalsOf } from './store.ts';

export interface RefuseServiceRequest {
  id: string;
  reason: RefusalReason;
  /** For the colleagues who take over; needed when the reason is « other ». */
  note?: string | undefined;
}

/**
 * Says, with a named reason, that a request is not ours. It goes to the next organization that the
 * rules name, else to whoever orients; never back to one that refused or had it. Number, link and
 * delay stay the same, and the resident reads who has it now.
 *
 * @throws Problem `note-missing` (422), and as {@link giveCommand}
 */
export function refuseServiceRequest(
  platform: Platform,
  act: Act,
  { id, reason, note = '' }: RefuseServiceRequest,
) {
  const { territoryId, at } = act;
  return giveCommand(platform, act, id, 'refuse', async (request, tx) => {
    const words = cleanText(note);
    ensure(reason !== 'other' || words !== '', problems.noteMissing);
    const holderId = request.organizationId as string;
    const earlier = await refusalsOf(tx, territoryId, id);
    const refusal = { organizationId: holderId, reason, note: words, at, liftedAt: null };
    await insertRefusal(tx, territoryId, id, { id: uuidv7(platform.clock), ...refusal });
    const refusedIds = [
      holderId,
      ...earlier.filter(({ liftedAt }) => !liftedAt).map(({ organizationId }) => organizationId),
    ];
    const passing = {
      hops: request.handOver.hops,
      holderId,
      formerIds: request.formerOrganizationIds,
      refusedIds,
      orientingId: request.handOver.orientingOrganizationId,
    };
    const named = await namedWithout(platform, tx, act, request, [
      ...refusedIds,
      ...request.formerOrganizationIds,
    ]);
    const next = nextHolder(passing, named?.organizationId ?? null);
    const names = await organizationsById(platform, tx, territoryId);
    const nameOf = (one: string | null) => names.get(one ?? '')?.name ?? 'personne';
    const label = REFUSAL_LABELS[reason].fr;
    return {
      event: 'refused',
      change: {
        organizationId: next.organizationId,
        formerOrganizationIds: formerHolders(
          request.formerOrganizationIds,
          holderId,
          next.organizationId,
        ),
        assignment: 'unclear',
        assignmentReason: next.contested
          ? `${nameOf(holderId)} a refusé (${label}) et aucune autre règle ne désigne qui agit. Une personne doit décider.`
          : `${nameOf(holderId)} a refusé (${label}). ${named?.reason ?? ''}`.trim(),
        handOver: { ...request.handOver, hops: next.hops, contested: next.contested },
      },
      data: {
        refusalReason: reason,
        fromOrganizationId: holderId,
        toOrganizationId: next.organizationId,
        contested: next.contested,
      },
      ...(words && { reason: words }),
    };
  });
}

/** Whom the rules name, as if those that had it had none; null when they are not sure. */
async function namedWithout(
  platform: Platform,
  tx: Tx,
  act: Act,
  request: ServiceRequest,
  without: string[],
): Promise<{ organizationId: string; reason: string } | null> {
  const { serviceCode, serviceGroup, address } = request;
  const { territoryId } = act;
  const [typed] = request.point
    ? []
    : await searchPlaces(platform, tx, territoryId, { text: address, limit: 1 });
  const point = request.point ?? typed?.point;
  if (!point) return null;
  const service = { code: serviceCode, group: serviceGroup };
  const { found } = await findCompetentFor(platform, tx, act, service, point, without);
  if (found.outcome !== 'found' || !found.organization) return null;
  return { organizationId: found.organization.id, reason: found.reason };
}
