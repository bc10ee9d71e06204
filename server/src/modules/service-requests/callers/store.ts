import { sql, type Tx } from '../../../platform/db/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequestsWhere } from '../store.ts';

const MOST = 50;

/**
 * What one person reported, the latest first.
 *
 * @param caller - a number as it is kept (E.164 where it can be read so), an address in lower case;
 *   whoever gave either is that person
 */
export async function findRequestsOfCaller(
  tx: Tx,
  territoryId: string,
  { phone, email }: { phone: string | null; email: string | null },
): Promise<ServiceRequest[]> {
  // One query an index each: an OR of the two would read neither.
  const found = await Promise.all([
    phone ? findRequestsWhere(tx, territoryId, [sql`contact_phone = ${phone}`], MOST) : [],
    email ? findRequestsWhere(tx, territoryId, [sql`lower(contact_email) = ${email}`], MOST) : [],
  ]);
  return [...new Map(found.flat().map((request) => [request.id, request])).values()].toSorted(
    (a, b) => b.receivedAt.getTime() - a.receivedAt.getTime(),
  );
}
