import type { Actor } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { fieldRights, governed, mayInsist } from '../policy.ts';
import type { RequestDetail } from '../schemas.ts';
import type { ServiceRequest } from '../service-request.ts';
import { REFUSAL_LABELS } from './labels.ts';
import type { handOverDetail } from './schemas.ts';
import { refusalsOf } from './store.ts';

/** Who shares the file, who refused it, and what the reader may do with each part of it. */
export async function handOverPart(
  tx: Tx,
  territoryId: string,
  actor: Actor,
  request: ServiceRequest,
  names: ReadonlyMap<string, { name: string }>,
): Promise<Pick<RequestDetail, keyof typeof handOverDetail>> {
  const refusals = await refusalsOf(tx, territoryId, request.id);
  const file = governed(request);
  const named = (id: string) => ({ id, name: names.get(id)?.name ?? '' });
  const { orientingOrganizationId, concernedOrganizationIds } = request.handOver;
  const refusedIds = refusals.filter(({ liftedAt }) => !liftedAt).map((one) => one.organizationId);
  return {
    orienting: orientingOrganizationId === null ? null : named(orientingOrganizationId),
    concerned: concernedOrganizationIds.filter((id) => id !== request.organizationId).map(named),
    refusals: refusals.map(({ organizationId, reason, note, at, liftedAt }) => ({
      organization: named(organizationId),
      reason,
      label: REFUSAL_LABELS[reason].fr,
      note,
      at: at.toISOString(),
      binding: liftedAt === null,
    })),
    hadItIds: [...new Set([...request.formerOrganizationIds, ...refusedIds])],
    mayInsist: mayInsist(actor, file),
    rights: fieldRights(actor, file),
  };
}
