import type { Actor } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { subjectsOf } from '../../../platform/events/index.ts';
import { SERVICE_REQUEST_EVENTS } from '../events.ts';
import { type Related, relatedIds } from '../hand-over/policy.ts';
import { readsWholeFor } from '../policy.ts';
import type { ServiceRequest } from '../service-request.ts';

/** A program that asks, and for whom. */
export interface Caller {
  /** Of its key; null without one. */
  id: string | null;
  /** For whose requests it reads what is not public. */
  readsFor: readonly string[];
}

/** Who asks: a key reads for its own organization, nobody for none. */
export function callerOf(holder: Actor | undefined): Caller {
  return { id: holder?.id ?? null, readsFor: holder ? readsWholeFor(holder) : [] };
}

/** Which of these requests the caller reads whole: those of its organization, and those it brought. */
export async function readableWhole(
  tx: Tx,
  territoryId: string,
  { id, readsFor }: Caller,
  requests: readonly ServiceRequest[],
): Promise<Set<string>> {
  if (id === null || readsFor.length === 0) return new Set();
  const [shared, others] = [true, false].map((whether) =>
    requests.filter((one) => isSharedWith(readsFor, related(one)) === whether),
  ) as [ServiceRequest[], ServiceRequest[]];
  const among = others.filter(({ channel }) => channel === 'open311').map((one) => one.id);
  const type = SERVICE_REQUEST_EVENTS.received;
  const brought =
    among.length === 0 ? [] : await subjectsOf(tx, territoryId, { type, actorId: id, among });
  return new Set([...shared.map((one) => one.id), ...brought]);
}

/** An organization shares the file of what it has, orients, had, or acts on beside another. */
function isSharedWith(organizationIds: readonly string[], request: Related): boolean {
  return relatedIds(request).some((id) => organizationIds.includes(id));
}

const related = ({ organizationId, formerOrganizationIds, handOver }: ServiceRequest): Related => ({
  organizationId,
  formerOrganizationIds,
  orientingOrganizationId: handOver.orientingOrganizationId,
  concernedOrganizationIds: handOver.concernedOrganizationIds,
});
