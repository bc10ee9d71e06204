import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { cleanText } from '../clean-text.ts';
import { giveCommand } from '../give-command.ts';
import { governed, mayInsist } from '../policy.ts';
import { problems } from '../problems.ts';
import { formerHolders, nextHolder } from './model.ts';
import { liftRefusals, refusalsOf } from './store.ts';

export interface TransferServiceRequest {
  id: string;
  organizationId: string;
  reason: string;
  /** Despite a refusal, or although they had it: for whoever orients. */
  insist?: boolean | undefined;
}

/**
 * Hands a request to the organization that is competent. The resident keeps code and page; the one
 * that hands over goes on seeing what becomes of it.
 *
 * An organization that refused, or had it already, gets it again only when whoever orients insists;
 * otherwise two that pass it to each other find it in the queue of whoever orients.
 *
 * The duty to forward to the competent administration, and to say so, is CRPA L114-2.
 *
 * @throws Problem `unknown-organization`, `same-organization` or `refused-already` (422),
 *   `may-not-insist` (403)
 */
export function transferServiceRequest(
  platform: Platform,
  act: Act,
  { id, organizationId, reason, insist = false }: TransferServiceRequest,
) {
  const { territoryId, at, actor } = act;
  return giveCommand(platform, act, id, 'transfer', async (request, tx) => {
    const organizations = await organizationsById(platform, tx, territoryId);
    const target = organizations.get(organizationId);
    ensure(target, problems.unknownOrganization);
    ensure(organizationId !== request.organizationId, problems.sameOrganization);
    ensure(!insist || mayInsist(actor, governed(request)), problems.mayNotInsist);
    const refusals = await refusalsOf(tx, territoryId, id);
    const refusedIds = refusals
      .filter(({ liftedAt }) => !liftedAt)
      .map((one) => one.organizationId);
    ensure(insist || !refusedIds.includes(organizationId), () =>
      problems.refusedAlready({ name: target.name }),
    );
    if (insist) await liftRefusals(tx, territoryId, id, at, organizationId);

    const { handOver, formerOrganizationIds } = request;
    const passing = {
      hops: handOver.hops,
      holderId: request.organizationId,
      formerIds: formerOrganizationIds,
      refusedIds,
      orientingId: handOver.orientingOrganizationId,
    };
    const next = insist
      ? { organizationId, hops: handOver.hops, contested: false }
      : nextHolder(passing, organizationId);
    const receiver = organizations.get(next.organizationId ?? '')?.name;
    return {
      event: next.contested ? 'contested' : 'transferred',
      change: {
        organizationId: next.organizationId,
        formerOrganizationIds: formerHolders(
          formerOrganizationIds,
          request.organizationId,
          next.organizationId,
        ),
        assignment: next.contested ? 'unclear' : 'certain',
        assignmentReason: next.contested
          ? `La demande a déjà été chez ${target.name}, ou a trop souvent changé de mains : ${receiver ?? 'une personne'} doit décider qui agit.`
          : `${target.name} : demande transmise par une personne.`,
        handOver: { ...handOver, hops: next.hops, contested: next.contested },
      },
      data: {
        fromOrganizationId: request.organizationId,
        toOrganizationId: next.organizationId,
        ...(next.contested && { askedOrganizationId: organizationId }),
        ...(insist && { insisted: true }),
      },
      reason: cleanText(reason),
    };
  });
}
