import type { Channel, Kind, Obstacle, Status } from './model.ts';

/**
 * One message to one person: who reported, or who follows.
 *
 * It holds no address: `following` knows it, and is asked when the message leaves. So an address
 * that was erased in the meantime is erased here too.
 */
export interface Message {
  id: string;
  /** None for the news of an area, nor for the question whether one follows it. */
  serviceRequestId: string | null;
  organizationId: string | null;
  /** The event that it tells. */
  eventId: string;
  kind: Kind;
  /** As `following` names them: `reporter…`, or the follower's id. */
  recipientKey: string;
  channel: Channel;
  subject: string;
  status: Status;
  obstacle: Obstacle | null;
  /** The mail server's own words, for whoever repairs. */
  lastError: string | null;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
}

/** Who it is written to, as far as anyone here knows. */
export function roleOf({ recipientKey }: Message): 'reporter' | 'follower' {
  return recipientKey.startsWith('reporter') ? 'reporter' : 'follower';
}
