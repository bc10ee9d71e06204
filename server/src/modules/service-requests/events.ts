import type { NewEvent } from '../../platform/events/index.ts';
import type { ServiceRequest } from './service-request.ts';

/** What this module tells. */
export const SERVICE_REQUEST_EVENTS = {
  received: 'service-request.received',
  triaged: 'service-request.triaged',
  answered: 'service-request.answered',
  rejected: 'service-request.rejected',
  accepted: 'service-request.accepted',
  refused: 'service-request.refused',
  transferred: 'service-request.transferred',
  /** Two organizations pass it to each other, or it changed hands too often. */
  contested: 'service-request.contested',
  corrected: 'service-request.corrected',
  reopened: 'service-request.reopened',
  commented: 'service-request.commented',
  /** A person has read what the public may read. */
  moderated: 'service-request.moderated',
  /** A reader said that something should not be public. */
  flagged: 'service-request.flagged',
  /** What it is exposed to changed, and its priority with it. */
  reprioritized: 'service-request.reprioritized',
  planned: 'service-request.planned',
  started: 'service-request.started',
  done: 'service-request.done',
  backToTriage: 'service-request.back-to-triage',
  /** It was joined to another; that other tells `joined`. */
  merged: 'service-request.merged',
  joined: 'service-request.joined',
  /** It was taken out again; that other tells `left`. */
  unmerged: 'service-request.unmerged',
  left: 'service-request.left',
  /** A picture given by its address was fetched, or could not be. */
  mediaFetched: 'service-request.media-fetched',
  mediaRefused: 'service-request.media-refused',
  /** It was handed to another organization's own tool, under their number. */
  passedOn: 'service-request.passed-on',
  /** What that tool says became of it. */
  heardBack: 'service-request.heard-back',
  waiting: 'service-request.waiting',
  residentWrote: 'service-request.resident-wrote',
  rated: 'service-request.rated',
  /** The acknowledgement that the law wants has left. */
  receiptAcknowledged: 'service-request.receipt-acknowledged',
  commitmentAtRisk: 'service-request.commitment-at-risk',
  commitmentBroken: 'service-request.commitment-broken',
  /** Many at once came from elsewhere: one event a batch. */
  imported: 'service-requests.imported',
  /** What the territory publishes of its requests. */
  publicSettingChanged: 'service-requests.public-setting-changed',
  priorityGridChanged: 'service-requests.priority-grid-changed',
  nextStepsSet: 'service-requests.next-steps-set',
  duplicateRulesSet: 'service-requests.duplicate-rules-set',
} as const;

export type ServiceRequestEvent = Exclude<
  keyof typeof SERVICE_REQUEST_EVENTS,
  'imported' | 'publicSettingChanged' | 'priorityGridChanged' | 'nextStepsSet' | 'duplicateRulesSet'
>;

/** `data` of every event of a request: what can be counted, nothing that names a person. */
export interface ServiceRequestEventData extends Record<string, unknown> {
  code: string;
  serviceCode: string;
  serviceGroup: string;
  channel: ServiceRequest['channel'];
  communeId: string | null;
  status: ServiceRequest['status'];
  assignment: ServiceRequest['assignment'];
  severity: number;
  urgency: number;
  priority: number;
  /** ISO 8601. */
  receivedAt: string;
  closedAt: string | null;
}

/** `data` of {@link SERVICE_REQUEST_EVENTS.imported}; `subject` is the territory. */
export interface ImportedEventData extends Record<string, unknown> {
  count: number;
  /** ISO 8601, of the oldest and the newest request of the batch. */
  from: string;
  to: string;
  ids: string[];
}

/**
 * The event that tells what became of the request.
 *
 * @param more - facts of this kind of event alone: `workOrderNumber`, `public`, `fromOrganizationId`…
 * @param reason - the author's own words, as the timeline shows them
 */
export function serviceRequestEvent(
  what: ServiceRequestEvent,
  request: ServiceRequest,
  more: Record<string, unknown> = {},
  reason?: string,
): NewEvent {
  const data: ServiceRequestEventData = {
    code: request.code,
    serviceCode: request.serviceCode,
    serviceGroup: request.serviceGroup,
    channel: request.channel,
    communeId: request.communeId,
    status: request.status,
    assignment: request.assignment,
    severity: request.severity,
    urgency: request.urgency,
    priority: request.priority,
    receivedAt: request.receivedAt.toISOString(),
    closedAt: request.closedAt?.toISOString() ?? null,
    ...more,
  };
  return {
    type: SERVICE_REQUEST_EVENTS[what],
    subject: request.id,
    organizationId: request.organizationId,
    data,
    ...(reason !== undefined && { reason }),
  };
}
