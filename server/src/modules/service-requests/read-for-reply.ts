import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { catalogueOf } from './offered-services.ts';
import { governed, mayRead, mayReadContact } from './policy.ts';
import type { ServiceRequest } from './service-request.ts';
import { findRequest } from './store.ts';

/** For whoever prepares an answer: the case, and the name of who asked if they may see it. */
export interface RequestForReply
  extends Pick<
    ServiceRequest,
    | 'id'
    | 'code'
    | 'serviceCode'
    | 'serviceName'
    | 'serviceGroup'
    | 'description'
    | 'status'
    | 'language'
    | 'address'
    | 'communeName'
    | 'organizationId'
    | 'receivedAt'
    | 'dueAt'
  > {
  /** Of the work order that answers it, if any. */
  scheduledStart: Date | null;
  /** Calendar days in which the service is usually rendered. */
  targetDays: number | null;
  name: string | null;
}

/** @returns `undefined` when there is none, or the actor may not read it */
export async function requestForReply(
  platform: Platform,
  tx: Tx,
  { territoryId, actor }: Act,
  id: string,
): Promise<RequestForReply | undefined> {
  const request = await findRequest(tx, territoryId, id);
  if (!request || !mayRead(actor, governed(request))) return undefined;
  const { byCode } = await catalogueOf(platform, territoryId);
  return {
    id: request.id,
    code: request.code,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    serviceGroup: request.serviceGroup,
    description: request.description,
    status: request.status,
    language: request.language,
    address: request.address,
    communeName: request.communeName,
    organizationId: request.organizationId,
    receivedAt: request.receivedAt,
    dueAt: request.dueAt,
    scheduledStart: request.workOrder?.scheduledStart ?? null,
    targetDays: byCode.get(request.serviceCode)?.targetDays ?? null,
    name: mayReadContact(actor, governed(request)) ? request.contact.name : null,
  };
}
