import type { NewEvent } from '../../platform/events/index.ts';
import type { Inbound } from './inbound.ts';
import type { Source, Voice } from './model.ts';

/** What this module tells. */
export const INTAKE_EVENTS = {
  requestReceived: 'intake.request-received',
  wordsReceived: 'intake.words-received',
  bounceReceived: 'intake.bounce-received',
  /** Whoever sent this message wants no more text messages: `senderOf` says which number. */
  stopReceived: 'intake.stop-received',
} as const;

/** `data` of {@link INTAKE_EVENTS.requestReceived}; the message itself is asked of this module. */
export interface RequestReceivedData extends Record<string, unknown> {
  requestId: string;
  channel: Source;
}

/** `data` of {@link INTAKE_EVENTS.wordsReceived}. */
export interface WordsReceivedData extends Record<string, unknown> {
  requestId: string;
  channel: Source;
  /** The author's own words. */
  text: string;
  photoIds: string[];
  /** Who speaks: who reported, or another who follows. */
  by: Voice;
}

/** `data` of {@link INTAKE_EVENTS.bounceReceived}: a mail of ours that never arrived. */
export interface BounceReceivedData extends Record<string, unknown> {
  requestId: string;
  messageId: string;
}

/** An event about a message: its subject is the message. */
export function inboundEvent(
  what: keyof typeof INTAKE_EVENTS,
  { id }: Inbound,
  data: Record<string, unknown>,
): NewEvent {
  return { type: INTAKE_EVENTS[what], subject: id, organizationId: null, data };
}
