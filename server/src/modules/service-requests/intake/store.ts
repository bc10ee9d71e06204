import { sql, type Tx } from '../../../platform/db/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequestsWhere } from '../store.ts';

const MOST = 20;

/** Open requests that this number reported, the latest first. */
export function openRequestsOfPhone(
  tx: Tx,
  territoryId: string,
  e164: string,
): Promise<ServiceRequest[]> {
  return findRequestsWhere(
    tx,
    territoryId,
    [sql`contact_phone = ${e164}`, sql`closed_at IS NULL`],
    MOST,
  );
}
