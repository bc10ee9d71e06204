import { explainPriority } from './exposure/explain-priority.ts';
import type { Listed } from './inbox/listed-store.ts';
import type { RequestSummary } from './schemas.ts';
import type { ServiceRequest } from './service-request.ts';

/** Names of organizations by id, for a page of requests. */
export type OrganizationNames = ReadonlyMap<string, { name: string }>;

export function summaryOf(request: Listed, names: OrganizationNames): RequestSummary {
  const { workOrder } = request;
  return {
    id: request.id,
    code: request.code,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    serviceGroup: request.serviceGroup,
    status: request.status,
    severity: request.severity,
    urgency: request.urgency,
    priority: request.priority,
    exposure: request.exposure,
    priorityReason: explainPriority(request),
    excerpt: request.excerpt,
    address: request.address,
    communeName: request.communeName,
    point: request.point,
    organization: organizationOf(request, names),
    assignment: request.assignment,
    hops: request.handOver.hops,
    contested: request.handOver.contested,
    channel: request.channel,
    photoCount: request.photoCount,
    receivedAt: request.receivedAt.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
    closedAt: request.closedAt?.toISOString() ?? null,
    dueAt: request.dueAt?.toISOString() ?? null,
    workOrder: workOrder && {
      id: workOrder.id,
      number: workOrder.number,
      status: workOrder.status,
      crewName: workOrder.crewName,
      scheduledStart: workOrder.scheduledStart.toISOString(),
    },
    mergedIntoId: request.mergedIntoId,
    duplicatesCount: request.duplicatesCount,
    waitingSince: request.waitingSince?.toISOString() ?? null,
    reopenedCount: request.reopenedCount,
    disputedAt: request.disputedAt?.toISOString() ?? null,
    wroteAt: request.wroteAt?.toISOString() ?? null,
    evidence: request.evidence,
    version: request.version,
  };
}

export function organizationOf(
  { organizationId }: { organizationId: string | null },
  names: OrganizationNames,
): { id: string; name: string } | null {
  if (organizationId === null) return null;
  return { id: organizationId, name: names.get(organizationId)?.name ?? '' };
}

const EXCERPT = 160;

/** A whole request as lists show it. */
export function listed(request: ServiceRequest): Listed {
  return { ...request, excerpt: request.description.slice(0, EXCERPT) };
}
