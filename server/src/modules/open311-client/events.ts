import type { NewEvent } from '../../platform/events/index.ts';
import type { Relay } from './store.ts';

/** What this module tells; `subject` is the request. */
export const OPEN311_CLIENT_EVENTS = {
  /** It is over there, under their number. */
  sent: 'open311-client.sent',
  /** What they say of it changed; their words are the `reason`. */
  heard: 'open311-client.heard',
  /** They did not take it, or cannot be reached: a person must act. Why is the `reason`. */
  refused: 'open311-client.refused',
  serverSet: 'open311-client.server-set',
} as const;

export function relayEvent(
  what: 'sent' | 'heard' | 'refused',
  relay: Relay,
  agency: string,
  reason?: string,
): NewEvent {
  return {
    type: OPEN311_CLIENT_EVENTS[what],
    subject: relay.serviceRequestId,
    organizationId: relay.organizationId,
    data: { agency, number: relay.theirId, state: relay.theirStatus },
    ...(reason && { reason }),
  };
}
