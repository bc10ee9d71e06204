import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { inWords } from './answers.ts';
import { isEmpty } from './contact.ts';
import { findNearby } from './find-nearby.ts';
import type { Listed } from './inbox-store.ts';
import { catalogueOf } from './offered-services.ts';
import { allowed, governed, mayReadContact } from './policy.ts';
import { presentCopy } from './public-copy/present-copy.ts';
import { readSetting } from './public-copy/read-setting.ts';
import { findCopies } from './public-copy/store.ts';
import type { RequestDetail, RequestSummary } from './schemas.ts';
import type { ServiceRequest } from './service-request.ts';
import { photosOf } from './store.ts';

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
    excerpt: request.excerpt,
    address: request.address,
    communeName: request.communeName,
    point: request.point,
    organization: organizationOf(request, names),
    assignment: request.assignment,
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

/** The request whole, as far as the actor may see it. The caller has checked that he may at all. */
export async function detailOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  actor: Actor,
  request: ServiceRequest,
): Promise<RequestDetail> {
  const names = await organizationsById(platform, tx, territoryId);
  const photos = await photosOf(tx, territoryId, [request.id]);
  const copy = (await findCopies(tx, territoryId, [request.id])).get(request.id);
  const nearby = await findNearby(platform, tx, territoryId, actor, request);
  const { byCode } = await catalogueOf(platform, territoryId);
  const questions = byCode.get(request.serviceCode)?.questions ?? [];
  return {
    ...summaryOf(listed(request), names),
    description: request.description,
    assignmentReason: request.assignmentReason,
    answers: inWords(questions, request.answers),
    contact: mayReadContact(actor, governed(request)) ? contactOf(request) : null,
    language: request.language,
    photos: photos.map(({ fileId, kind, at }) => ({ fileId, kind, at: at.toISOString() })),
    publicCopy: copy ? presentCopy(copy, await readSetting(tx, territoryId)) : null,
    nearby: nearby.map((neighbour) => summaryOf(neighbour, names)),
    allowed: allowed(actor, governed(request)),
  };
}

function contactOf({ contact }: ServiceRequest): RequestDetail['contact'] {
  return isEmpty(contact) ? null : contact;
}
