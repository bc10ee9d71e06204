import type { Tx } from '../../../platform/db/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findByCode, findRequest } from '../store.ts';
import { parseTrackingCode } from '../tracking-code.ts';
import { openRequestsOfPhone } from './store.ts';

/** For whoever joins a message to a request: who may write about it. */
export interface RequestForIntake
  extends Pick<ServiceRequest, 'id' | 'code' | 'organizationId' | 'status'> {
  email: string | null;
  phone: string | null;
}

/** A request by its id or, as somebody typed it, its tracking code. */
export async function requestForIntake(
  tx: Tx,
  territoryId: string,
  asked: { id: string } | { code: string },
): Promise<RequestForIntake | undefined> {
  if ('id' in asked) return present(await findRequest(tx, territoryId, asked.id));
  const code = parseTrackingCode(asked.code);
  return code === undefined ? undefined : present(await findByCode(tx, territoryId, code));
}

/** Open requests that this number reported, the latest first. */
export async function requestsOfPhone(
  tx: Tx,
  territoryId: string,
  e164: string,
): Promise<RequestForIntake[]> {
  const requests = await openRequestsOfPhone(tx, territoryId, e164);
  return requests.flatMap((request) => present(request) ?? []);
}

function present(request: ServiceRequest | undefined): RequestForIntake | undefined {
  return (
    request && {
      id: request.id,
      code: request.code,
      organizationId: request.organizationId,
      status: request.status,
      email: request.contact.email,
      phone: request.contact.phone,
    }
  );
}
