import type { FailureReason, Level, Status } from './model.ts';

/** One visit of a crew to a place, as the program holds it. */
export interface WorkOrder {
  id: string;
  number: string;
  organizationId: string;
  crewId: string;
  serviceRequestId: string | null;
  title: string;
  instructions: string;
  status: Status;
  point: { lat: number; long: number } | null;
  address: string;
  communeName: string;
  severity: Level;
  urgency: Level;
  scheduledStart: Date;
  estimatedMinutes: number;
  startedAt: Date | null;
  /** When it was completed, failed or cancelled. */
  endedAt: Date | null;
  /** What was done, or why it was not, in the crew's words. */
  outcome: string | null;
  failureReason: FailureReason | null;
  /** Of the job, never of a person. */
  minutesSpent: number | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export interface Photo {
  workOrderId: string;
  fileId: string;
  kind: 'before' | 'after';
  at: Date;
}
