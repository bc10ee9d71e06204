import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { Preference } from '../contact.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequestsWhere } from '../store.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables>();

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

/** Answers whoever has this number by mail where an address is known, and else on the page alone. */
export async function answerOtherwise(tx: Tx, territoryId: string, e164: string): Promise<void> {
  await on(tx)
    .updateTable('service_request')
    .set({
      contact_preference: sql<Preference>`CASE WHEN contact_email IS NULL THEN 'none' ELSE 'email' END`,
    })
    .where('territory_id', '=', territoryId)
    .where('contact_phone', '=', e164)
    .execute();
}
