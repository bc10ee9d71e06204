import { type Tx, tables } from '../../../platform/db/index.ts';
import type { RefusalReason } from './model.ts';
import type { HandOverTables } from './tables.ts';

const on = tables<HandOverTables>();

/** An organization's « not ours ». */
export interface Refusal {
  id: string;
  organizationId: string;
  reason: RefusalReason;
  note: string;
  at: Date;
  /** Since when it no longer binds. */
  liftedAt: Date | null;
}

export async function insertRefusal(
  tx: Tx,
  territoryId: string,
  requestId: string,
  refusal: Refusal,
): Promise<void> {
  await on(tx)
    .insertInto('service_request_refusal')
    .values({
      territory_id: territoryId,
      id: refusal.id,
      service_request_id: requestId,
      organization_id: refusal.organizationId,
      reason: refusal.reason,
      note: refusal.note,
      at: refusal.at,
      lifted_at: refusal.liftedAt,
    })
    .execute();
}

/** Refusals of a request, oldest first; a request changes hands a few times at most. */
export async function refusalsOf(
  tx: Tx,
  territoryId: string,
  requestId: string,
): Promise<Refusal[]> {
  return on(tx)
    .selectFrom('service_request_refusal')
    .select([
      'id',
      'organization_id as organizationId',
      'reason',
      'note',
      'at',
      'lifted_at as liftedAt',
    ])
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Refusals that no longer bind: of one organization, or of all when the question has changed. */
export async function liftRefusals(
  tx: Tx,
  territoryId: string,
  requestId: string,
  at: Date,
  organizationId?: string,
): Promise<void> {
  await on(tx)
    .updateTable('service_request_refusal')
    .set({ lifted_at: at })
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', requestId)
    .where('lifted_at', 'is', null)
    .$if(organizationId !== undefined, (query) =>
      query.where('organization_id', '=', organizationId as string),
    )
    .execute();
}
