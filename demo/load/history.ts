import {
  type ImportedRequest,
  importServiceRequests,
  type PastStatus,
} from '../../server/src/modules/service-requests/index.ts';
import {
  type ImportedWorkOrder,
  importWorkOrders,
} from '../../server/src/modules/work-orders/index.ts';
import type { Act } from '../../server/src/platform/acts/index.ts';
import { fromPosition } from '../../server/src/platform/geo/index.ts';
import { uuidv7 } from '../../server/src/platform/ids/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import type { Demonstration, DemonstrationRequest, DemonstrationWorkOrder } from '../types.ts';
import type { LoadedAccounts } from './accounts.ts';

type Grade = 1 | 2 | 3 | 4;

interface Loaded {
  organizations: ReadonlyMap<string, string>;
  accounts: LoadedAccounts;
}

/**
 * Loads two years of requests and of the work orders that answered them.
 *
 * @returns the ids of the requests, by those of the demonstration
 */
export async function loadHistory(
  platform: Platform,
  act: Act,
  demonstration: Demonstration,
  { organizations, accounts }: Loaded,
): Promise<Map<string, string>> {
  const { workOrders, territory } = demonstration;
  const requests = demonstration.requests.filter(({ isLive }) => !isLive);
  const idAt = (instant: string) => uuidv7({ now: () => new Date(instant) });
  const requestIds = new Map(requests.map(({ id, requestedAt }) => [id, idAt(requestedAt)]));
  const byId = new Map(requests.map((request) => [request.id, request]));
  const communeNames = new Map(territory.communes.map(({ code, name }) => [code, name]));

  const orders = workOrders.map((order): ImportedWorkOrder & { id: string } => {
    const request = byId.get(order.requestIds[0] as string) as DemonstrationRequest;
    return {
      id: idAt(order.createdAt),
      crewId: accounts.crews.get(order.crew) as string,
      serviceRequestId: requestIds.get(request.id) as string,
      title: order.title,
      instructions: '',
      status: order.status,
      point: fromPosition(order.point.coordinates),
      address: request.addressText,
      communeName: communeNames.get(request.communeCode) ?? '',
      severity: order.severity as Grade,
      urgency: order.urgency as Grade,
      scheduledStart: new Date(order.scheduledStart),
      estimatedMinutes: order.estimatedMinutes,
      startedAt: dateOf(order.startedAt),
      endedAt: dateOf(order.completedAt),
      outcome: order.outcome ?? null,
      failureReason: order.failure ?? null,
      minutesSpent: null,
      createdAt: new Date(order.createdAt),
    };
  });
  const numbered = await importWorkOrders(platform, act, orders);
  const crewNames = new Map(demonstration.crews.map(({ id, name }) => [id, name]));
  const seen = new Map(
    workOrders.map((order, index) => [
      order.id,
      {
        id: orders[index]?.id as string,
        number: numbered[index]?.number as string,
        status: order.status,
        crewName: crewNames.get(order.crew) ?? '',
        scheduledStart: new Date(order.scheduledStart),
        heardAt: new Date(order.completedAt ?? order.startedAt ?? order.createdAt),
        order,
      },
    ]),
  );

  const communeIds = new Map(
    demonstration.organizations
      .filter(({ kind }) => kind === 'commune')
      .map(({ communeCodes, slug }) => [
        communeCodes[0] as string,
        organizations.get(slug) as string,
      ]),
  );
  const imported = requests.map((request): ImportedRequest => {
    const visit = seen.get(request.workOrderId ?? '');
    const { order, ...workOrder } = visit ?? {};
    return {
      id: requestIds.get(request.id) as string,
      externalReference: request.id,
      serviceCode: request.serviceCode,
      description: request.description,
      answers: request.attributes,
      channel: request.channel,
      point: fromPosition(request.point.coordinates),
      address: request.addressText,
      communeId: communeIds.get(request.communeCode) ?? null,
      communeName: communeNames.get(request.communeCode) ?? null,
      organizationId: organizations.get(request.organization) ?? null,
      severity: request.severity as Grade,
      urgency: request.urgency as Grade,
      contact: request.contact,
      workOrder: visit ? (workOrder as NonNullable<ImportedRequest['workOrder']>) : null,
      receivedAt: new Date(request.requestedAt),
      history: historyOf(request, visit),
      rating: request.rating && { ...request.rating, at: new Date(request.rating.at) },
    };
  });
  await importServiceRequests(platform, act, imported);
  return requestIds;
}

/** What the timeline tells of the visit is kept with the step that it belongs to. */
function historyOf(
  { history }: DemonstrationRequest,
  visit: { number: string; crewName: string; order: DemonstrationWorkOrder } | undefined,
): PastStatus[] {
  return history
    .filter(({ status, disputed }) => status !== 'received' || disputed)
    .map(({ status, at, note, reason, disputed }) => ({
      status,
      at: new Date(at),
      note,
      rejectionReason: reason,
      ...(disputed && { data: { by: 'follower', voice: 'reporter', photoIds: [] } }),
      ...(visit &&
        !disputed && {
          data: {
            workOrderNumber: visit.number,
            crewName: visit.crewName,
            ...(status === 'planned' && { scheduledStart: visit.order.scheduledStart }),
            ...(status === 'done' && { outcome: visit.order.outcome }),
          },
        }),
    }));
}

function dateOf(instant: string | undefined): Date | null {
  return instant === undefined ? null : new Date(instant);
}
