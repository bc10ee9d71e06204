import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organizationsById } from '../../organizations/index.ts';
import { giveCommand } from '../give-command.ts';

/**
 * Takes a request whose holder was not sure: it is ours. Number, link and delay stay the same.
 *
 * @throws as {@link giveCommand}
 */
export function acceptServiceRequest(platform: Platform, act: Act, { id }: { id: string }) {
  return giveCommand(platform, act, id, 'accept', async (request, tx) => {
    const organizations = await organizationsById(platform, tx, act.territoryId);
    const holder = organizations.get(request.organizationId ?? '');
    return {
      event: 'accepted',
      change: {
        assignment: 'certain',
        assignmentReason: `${holder?.name ?? ''} : demande acceptée par une personne.`,
        handOver: { ...request.handOver, contested: false },
      },
    };
  });
}
