import type { Point } from '../../platform/geo/index.ts';
import type { Answers } from './answers.ts';
import type { Contact } from './contact.ts';
import type { Exposure, ExposureFact } from './exposure/facts.ts';
import type { HandOver } from './hand-over/model.ts';
import type { Assignment, Channel, Evidence, Grade, PhotoKind, Status } from './model.ts';

/** The work order that answers the request, as its events told it. */
export interface WorkOrderSeen {
  id: string;
  number: string;
  status: string;
  crewName: string;
  scheduledStart: Date;
  /** When the last of its events happened. */
  heardAt: Date;
}

/** One request, as the program holds it. */
export interface ServiceRequest {
  id: string;
  /** The tracking code that the resident keeps. */
  code: string;
  externalReference: string | null;
  serviceCode: string;
  serviceName: string;
  serviceGroup: string;
  description: string;
  answers: Answers;
  language: 'fr' | 'en';
  channel: Channel;
  /** Whether everyone may read its description: what came by Open311, public by contract. */
  isPublic?: boolean;
  point: Point | null;
  address: string;
  communeId: string | null;
  communeName: string | null;
  organizationId: string | null;
  formerOrganizationIds: string[];
  assignment: Assignment;
  assignmentReason: string;
  handOver: HandOver;
  status: Status;
  severity: Grade;
  urgency: Grade;
  priority: Grade;
  /** How many people it matters to, and the facts that say so. */
  exposure: Exposure;
  exposureFacts: ExposureFact[];
  contact: Contact;
  workOrder: WorkOrderSeen | null;
  photoCount: number;
  receivedAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  dueAt: Date | null;
  /** The request that this one is joined to: its leader, which tells the story of both. */
  mergedIntoId: string | null;
  /** How many are joined to this one. */
  duplicatesCount: number;
  /** Since when the town waits for the resident's answer. */
  waitingSince: Date | null;
  /** How often it was closed too soon. */
  reopenedCount: number;
  /** Since when a follower says that it is not done, and nobody of the town has acted. */
  disputedAt: Date | null;
  /** Since when words of the resident wait to be read. */
  wroteAt: Date | null;
  /** What showed that it was done; null until it is, and for what was done before this was asked. */
  evidence: Evidence | null;
  version: number;
}

/** What a request is before anything happened to it. */
export const UNTOUCHED = {
  workOrder: null,
  mergedIntoId: null,
  duplicatesCount: 0,
  waitingSince: null,
  reopenedCount: 0,
  disputedAt: null,
  wroteAt: null,
  evidence: null,
} as const satisfies Partial<ServiceRequest>;

export interface Photo {
  fileId: string;
  kind: PhotoKind;
  at: Date;
}
