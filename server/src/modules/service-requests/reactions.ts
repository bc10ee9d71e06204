import type { Tx } from '../../platform/db/index.ts';
import { actOfReaction, type Reaction, type StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { clockReactions } from './commitments/keep-clocks.ts';
import { lockLeading } from './duplicates/lock-leading.ts';
import { SERVICE_REQUEST_EVENTS, type ServiceRequestEvent, serviceRequestEvent } from './events.ts';
import { advance, type Evidence, type PhotoKind, settled, type WorkStep } from './model.ts';
import { followTheNeighbour } from './open311/follow-the-neighbour.ts';
import {
  awaitPhotos,
  prepareImported,
  prepareReceived,
} from './public-copy/prepare-public-copies.ts';
import type { ServiceRequest } from './service-request.ts';
import { insertPhotos, photosOf, refreshRequest, updateRequest } from './store.ts';

/** What the events of a work order tell that this module reads. */
interface WorkOrderTold {
  serviceRequestId: string | null;
  number: string;
  status: string;
  crewName: string;
  scheduledStart: string;
  outcome: string | null;
  photoIds: string[];
}

const STEPS: Record<string, { step: WorkStep; event: ServiceRequestEvent }> = {
  'work-order.planned': { step: 'plan', event: 'planned' },
  'work-order.rescheduled': { step: 'plan', event: 'planned' },
  'work-order.started': { step: 'start', event: 'started' },
  'work-order.completed': { step: 'finish', event: 'done' },
  'work-order.failed': { step: 'give-up', event: 'backToTriage' },
  'work-order.cancelled': { step: 'give-up', event: 'backToTriage' },
};

const FOLLOW = 'service-requests/follow-the-work';
/** What a crew photographs as it starts shows the place before the work. */
const BEFORE = 'work-order.started';
const KEEP_PHOTOS = 'service-requests/keep-the-work-photos';

export const reactions: Reaction[] = [
  followTheNeighbour,
  ...clockReactions,
  { name: FOLLOW, on: Object.keys(STEPS), react: followTheWork },
  {
    name: KEEP_PHOTOS,
    on: [BEFORE, 'work-order.completed', 'work-order.photographed'],
    react: keepPhotos,
  },
  {
    name: 'service-requests/prepare-the-public-copy',
    on: [SERVICE_REQUEST_EVENTS.received],
    react: prepareReceived,
  },
  {
    name: 'service-requests/prepare-imported-public-copies',
    on: [SERVICE_REQUEST_EVENTS.imported],
    react: prepareImported,
  },
  {
    name: 'service-requests/await-the-work-photos',
    on: [BEFORE, 'work-order.completed', 'work-order.photographed'],
    react: awaitPhotos,
  },
];

/**
 * Moves the request as its work order moves.
 *
 * Events may come late, twice or in any order: one that is older than the last one heard of the
 * same order changes nothing, nor does a step that has no place in the request's present status.
 * What a crew does for a request that was joined meanwhile, it does for the one that leads.
 */
async function followTheWork(platform: Platform, tx: Tx, told: StoredEvent): Promise<void> {
  const order = told.data as unknown as WorkOrderTold;
  const known = STEPS[told.type];
  if (!order.serviceRequestId || !known) return;
  const request = await lockLeading(tx, told.territoryId, order.serviceRequestId);
  if (!request || isStale(request, told, known.step)) return;
  const progress = advance(request, known.step, told.at);
  if (!progress) return;
  const moved = {
    ...request,
    ...progress,
    ...settled(known.step),
    ...(known.step === 'finish' && { evidence: evidenceOf(order) }),
    workOrder: {
      id: told.subject,
      number: order.number,
      status: order.status,
      crewName: order.crewName,
      scheduledStart: new Date(order.scheduledStart),
      heardAt: told.at,
    },
  };
  await updateRequest(tx, told.territoryId, moved);
  const act = { ...actOfReaction(platform, FOLLOW, told.territoryId), at: told.at };
  const facts = {
    workOrderId: told.subject,
    workOrderNumber: order.number,
    crewName: order.crewName,
    scheduledStart: order.scheduledStart,
    outcome: order.outcome,
    ...(moved.evidence && { evidence: moved.evidence }),
  };
  const reason = told.reason ?? order.outcome ?? undefined;
  await platform.events.publish(tx, act, serviceRequestEvent(known.event, moved, facts, reason));
}

/** A crew that finished says what it did; its photos show it better. */
const evidenceOf = ({ photoIds }: WorkOrderTold): Evidence =>
  photoIds.length > 0 ? 'photo' : 'work-order';

/** Shows what the crew photographed to whoever reads the request. */
async function keepPhotos(_: Platform, tx: Tx, told: StoredEvent): Promise<void> {
  const { serviceRequestId, photoIds } = told.data as unknown as WorkOrderTold;
  if (!serviceRequestId || photoIds.length === 0) return;
  const { territoryId, at } = told;
  const request = await lockLeading(tx, territoryId, serviceRequestId);
  if (!request) return;
  const kind: PhotoKind = told.type === BEFORE ? 'before' : 'after';
  await insertPhotos(
    tx,
    photoIds.map((fileId) => ({
      territoryId,
      requestId: request.id,
      value: { fileId, kind, at },
    })),
  );
  const photos = await photosOf(tx, territoryId, [request.id]);
  await refreshRequest(tx, territoryId, { ...request, photoCount: photos.length });
}

/**
 * Whether the request knows better: within one order time goes forward, and an order that another
 * has taken over from no longer speaks for the request.
 */
function isStale({ workOrder }: ServiceRequest, told: StoredEvent, step: WorkStep): boolean {
  if (!workOrder) return false;
  const isAnother = workOrder.id !== told.subject;
  return workOrder.heardAt > told.at || (isAnother && step === 'give-up');
}
