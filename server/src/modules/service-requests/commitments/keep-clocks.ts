import type { Tx } from '../../../platform/db/index.ts';
import {
  actOfReaction,
  eventsOf,
  type Reaction,
  type StoredEvent,
} from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  type ImportedEventData,
  serviceRequestEvent,
  SERVICE_REQUEST_EVENTS as TOLD,
} from '../events.ts';
import { catalogueOf } from '../offered-services.ts';
import { findRequests, lockRequest, refreshRequest } from '../store.ts';
import { clocksOfRequest, replaceClocks } from './store.ts';
import { tellClocks } from './tell-clocks.ts';

/** What starts, stops, moves or ends a clock. */
const HEARD = [
  TOLD.received,
  TOLD.triaged,
  TOLD.answered,
  TOLD.rejected,
  TOLD.transferred,
  TOLD.reopened,
  TOLD.commented,
  TOLD.planned,
  TOLD.done,
  TOLD.receiptAcknowledged,
  'service-request.corrected',
  'service-request.waiting',
  'service-request.resident-wrote',
  'service-request.merged',
  'service-request.unmerged',
];

const ACKNOWLEDGE = 'service-requests/acknowledge-receipt';

export const clockReactions: Reaction[] = [
  { name: 'service-requests/keep-clocks', on: HEARD, react: keepClocks },
  { name: 'service-requests/keep-imported-clocks', on: [TOLD.imported], react: keepImportedClocks },
  { name: ACKNOWLEDGE, on: ['message.sent'], react: acknowledgeReceipt },
];

/**
 * Tells the request's clocks anew from its log, under the request's lock: events that are heard late,
 * twice or in any order come to the same.
 */
async function keepClocks(platform: Platform, tx: Tx, told: StoredEvent): Promise<void> {
  const { territoryId } = told;
  const request = await lockRequest(tx, territoryId, told.subject);
  if (!request) return;
  const { clockRules, byCode } = await catalogueOf(platform, territoryId);
  const history = await eventsOf(tx, territoryId, [request.id]);
  const clocks = tellClocks(history, clockRules, byCode);
  await replaceClocks(tx, territoryId, request.id, clocks);
  const dueAt = clocks.find(({ kind }) => kind === 'resolution')?.dueAt ?? null;
  if (dueAt?.getTime() === request.dueAt?.getTime()) return;
  await refreshRequest(tx, territoryId, { ...request, dueAt });
}

/** What came from elsewhere and is still open runs from now on as what came by ourselves. */
async function keepImportedClocks(platform: Platform, tx: Tx, told: StoredEvent): Promise<void> {
  const { ids } = told.data as ImportedEventData;
  const imported = await findRequests(tx, told.territoryId, ids);
  for (const { id, closedAt } of imported) {
    if (closedAt === null) await keepClocks(platform, tx, { ...told, subject: id });
  }
}

/** Where the law wants an acknowledgement, writes down that it has left. */
async function acknowledgeReceipt(platform: Platform, tx: Tx, told: StoredEvent): Promise<void> {
  const { territoryId, data } = told;
  const { serviceRequestId, kind } = data as { serviceRequestId?: string; kind?: string };
  if (kind !== 'received' || !serviceRequestId) return;
  const clocks = await clocksOfRequest(tx, territoryId, serviceRequestId);
  if (!clocks.some((clock) => clock.kind === 'legal-receipt' && !clock.metAt)) return;
  const request = await lockRequest(tx, territoryId, serviceRequestId);
  if (!request) return;
  const act = { ...actOfReaction(platform, ACKNOWLEDGE, territoryId), at: told.at };
  await platform.events.publish(tx, act, serviceRequestEvent('receiptAcknowledged', request));
}
