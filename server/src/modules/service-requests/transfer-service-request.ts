import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { organizationsById } from '../organizations/index.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';
import { problems } from './problems.ts';

export interface TransferServiceRequest {
  id: string;
  organizationId: string;
  reason: string;
}

/**
 * Hands a request to the organization that is competent. The resident keeps code and page; the one
 * that hands over goes on seeing what becomes of it.
 *
 * The duty to forward to the competent administration, and to say so, is CRPA L114-2.
 *
 * @throws Problem `unknown-organization` or `same-organization` (422)
 */
export function transferServiceRequest(
  platform: Platform,
  act: Act,
  { id, organizationId, reason }: TransferServiceRequest,
) {
  return giveCommand(platform, act, id, 'transfer', async (request, tx) => {
    const organizations = await organizationsById(platform, tx, act.territoryId);
    const target = organizations.get(organizationId);
    ensure(target, problems.unknownOrganization);
    ensure(organizationId !== request.organizationId, problems.sameOrganization);
    const former = [...request.formerOrganizationIds, request.organizationId].filter(
      (known) => known !== null && known !== organizationId,
    ) as string[];
    return {
      event: 'transferred',
      change: {
        organizationId,
        formerOrganizationIds: [...new Set(former)],
        assignment: 'certain',
        assignmentReason: `${target.name} : demande transmise par une personne.`,
      },
      data: { fromOrganizationId: request.organizationId, toOrganizationId: organizationId },
      reason: cleanText(reason),
    };
  });
}
