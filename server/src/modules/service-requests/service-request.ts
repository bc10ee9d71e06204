import type { Point } from '../../platform/geo/index.ts';
import type { Answers } from './answers.ts';
import type { Contact } from './contact.ts';
import type { HandOver } from './hand-over/model.ts';
import type { Assignment, Channel, Grade, PhotoKind, Status } from './model.ts';

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
  version: number;
}

export interface Photo {
  fileId: string;
  kind: PhotoKind;
  at: Date;
}
