import type { Kind, Obstacle, Status } from './model.ts';

/**
 * One mail to the resident of a request.
 *
 * It names no recipient: the request does, and is asked when the mail leaves. So an address that
 * was erased in the meantime is erased here too.
 */
export interface Message {
  id: string;
  serviceRequestId: string;
  organizationId: string | null;
  /** The event that it tells. */
  eventId: string;
  kind: Kind;
  channel: 'email';
  subject: string;
  status: Status;
  obstacle: Obstacle | null;
  /** The mail server's own words, for whoever repairs. */
  lastError: string | null;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
}
