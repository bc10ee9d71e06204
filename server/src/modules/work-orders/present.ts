import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { scheduledEnd } from './model.ts';
import {
  type Crew,
  crewIdsOf,
  findCrews,
  type RequestForWorkOrder,
  requestsForWorkOrders,
} from './neighbours.ts';
import { photosOf } from './photo-store.ts';
import { allowed } from './policy.ts';
import type { WorkOrderView } from './schemas.ts';
import type { Photo, WorkOrder } from './work-order.ts';

/** For whom, in which territory. */
interface Reader {
  territoryId: string;
  actor: Actor;
}

/** The orders as they leave the program, by id: four reads, however many orders. */
export async function presentAll(
  tx: Tx,
  reader: Reader,
  orders: WorkOrder[],
): Promise<Map<string, WorkOrderView>> {
  const { territoryId, actor } = reader;
  const unique = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const crews = await findCrews(tx, territoryId, unique(orders.map((order) => order.crewId)));
  const requestIds = unique(orders.map((order) => order.serviceRequestId));
  const requests = await requestsForWorkOrders(tx, territoryId, requestIds);
  const photos = await photosOf(
    tx,
    territoryId,
    orders.map((order) => order.id),
  );
  const crewIds = await crewIdsOf(tx, reader);
  const views = orders.map((order) =>
    view(order, {
      crew: crews.get(order.crewId),
      request: requests.get(order.serviceRequestId ?? ''),
      photos: photos.filter((photo) => photo.workOrderId === order.id),
      allowed: allowed(actor, crewIds, order),
    }),
  );
  return new Map(views.map((each) => [each.id, each]));
}

/** One order as it leaves the program. */
export async function present(tx: Tx, reader: Reader, order: WorkOrder): Promise<WorkOrderView> {
  const views = await presentAll(tx, reader, [order]);
  return views.get(order.id) as WorkOrderView;
}

interface Surroundings {
  crew: Crew | undefined;
  request: RequestForWorkOrder | undefined;
  photos: Photo[];
  allowed: WorkOrderView['allowed'];
}

function view(order: WorkOrder, { crew, request, photos, allowed }: Surroundings): WorkOrderView {
  return {
    id: order.id,
    number: order.number,
    title: order.title,
    instructions: order.instructions,
    status: order.status,
    serviceRequest: request
      ? {
          id: request.id,
          code: request.code,
          serviceName: request.serviceName,
          description: request.description,
          photos: request.photos.map(({ fileId, kind, at }) => ({
            fileId,
            kind,
            at: at.toISOString(),
          })),
        }
      : null,
    crew: { id: order.crewId, name: crew?.name ?? '' },
    organization: { id: order.organizationId, name: crew?.organizationName ?? '' },
    point: order.point,
    address: order.address,
    communeName: order.communeName,
    severity: order.severity,
    urgency: order.urgency,
    scheduledStart: order.scheduledStart.toISOString(),
    scheduledEnd: scheduledEnd(order).toISOString(),
    estimatedMinutes: order.estimatedMinutes,
    startedAt: order.startedAt?.toISOString() ?? null,
    completedAt: order.status === 'completed' ? (order.endedAt?.toISOString() ?? null) : null,
    outcome: order.outcome,
    failureReason: order.failureReason,
    minutesSpent: order.minutesSpent,
    photos: photos.map(({ fileId, kind, at }) => ({ fileId, kind, at: at.toISOString() })),
    version: order.version,
    allowed,
  };
}
