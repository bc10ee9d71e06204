import type { NewEvent } from '../../platform/events/index.ts';
import { type Message, roleOf } from './message.ts';

/** What this module tells. */
export const MESSAGE_EVENTS = {
  queued: 'message.queued',
  held: 'message.held',
  sent: 'message.sent',
  failed: 'message.failed',
  'to-print': 'message.to-print',
  printed: 'message.printed',
  quietHoursChanged: 'message.quiet-hours-changed',
} as const;

/** The event that tells what became of the message. */
export function messageEvent(message: Message): NewEvent {
  return {
    type: MESSAGE_EVENTS[message.status],
    subject: message.id,
    organizationId: message.organizationId,
    data: {
      serviceRequestId: message.serviceRequestId,
      kind: message.kind,
      channel: message.channel,
      recipient: roleOf(message),
      obstacle: message.obstacle,
    },
  };
}
