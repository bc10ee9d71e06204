/** The moments at which a resident is written to. */
export const STEPS = [
  'received',
  'accepted',
  'refused',
  'transferred',
  'corrected',
  'merged',
  'unmerged',
  'waiting',
  'planned',
  'done',
  'answered',
  'rejected',
  'reopened',
] as const;
/** A step of a request, as its reporter and its followers are told it. */
export type Step = (typeof STEPS)[number];

/** Steps of which those who follow are told too: a question is for the reporter alone. */
export const isForFollowers = (step: Step): boolean => step !== 'received' && step !== 'waiting';

/** Everything that people are written: steps, whether they follow, the news of an area, that STOP was heard. */
export const KINDS = [...STEPS, 'confirm-follow', 'area-news', 'stopped'] as const;
export type Kind = (typeof KINDS)[number];

/** By which way a message goes. */
export const CHANNELS = ['email', 'sms', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Whether a step is told by this way. A mail costs nothing; a text message rings and is paid for, a
 * letter is paper and a stamp: they tell what changes something for its reader.
 */
export function isToldBy(channel: Channel, step: Step): boolean {
  return channel === 'email' || STEPS_TOLD[channel].includes(step);
}

/**
 * Whether a message keeps the quiet hours. A mail about one's own request waits silently in its box
 * and leaves at once; a telephone rings, and the news of a street are no hurry. Whoever just wrote
 * STOP is awake.
 */
export function waitsForDay(channel: Channel, kind: Kind): boolean {
  if (kind === 'stopped') return false;
  return channel === 'sms' || kind === 'area-news';
}

const STEPS_TOLD: Record<Exclude<Channel, 'email'>, readonly Step[]> = {
  sms: [
    'received',
    'refused',
    'transferred',
    'waiting',
    'planned',
    'done',
    'answered',
    'rejected',
    'reopened',
  ],
  letter: ['received', 'waiting', 'done', 'answered', 'rejected'],
};

/**
 * - `queued` : a job will send it
 * - `held` : there is no mail server (or no SMS gateway) yet
 * - `sent` : the server took charge of it
 * - `failed` : nobody will try again
 * - `to-print`, `printed` : of letters
 */
export const STATUSES = ['queued', 'held', 'sent', 'failed', 'to-print', 'printed'] as const;
export type Status = (typeof STATUSES)[number];

/** Why a message is not on its way, as the console explains it. */
export const OBSTACLES = [
  'no-mail-server',
  'no-sms-gateway',
  'no-address',
  'refused',
  'unreachable',
  'outdated',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

const MINUTE_MS = 60_000;

/**
 * Minutes before each new attempt: two days in all.
 *
 * Greylisting asks for a few minutes, a mail server's maintenance for a night, a week-end's outage
 * for two days (RFC 5321 §4.5.4.1 gives such figures to relays; ours only hands over to one).
 */
const PAUSES = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1200];

/**
 * When to try again after a temporary failure.
 *
 * @param attempts - how many have been made
 * @returns `undefined` when it is time to give up
 */
export function nextAttempt(attempts: number, failedAt: Date): Date | undefined {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? undefined : new Date(failedAt.getTime() + pause * MINUTE_MS);
}

const FRESH_DAYS = 15;

/** A message held too long says nothing true any more: « bien reçue », three months later. */
export function isOutdated(message: { createdAt: Date }, now: Date): boolean {
  return now.getTime() - message.createdAt.getTime() > FRESH_DAYS * 24 * 60 * MINUTE_MS;
}

/**
 * An address that may stand in an envelope: one, without quotes, comments or line breaks.
 *
 * Stricter than RFC 5321 §4.1.2 on purpose; the mail server judges the rest.
 */
export function isSendable(address: string): boolean {
  return address.length <= 254 && /^[^\s<>()[\]\\,;:@"]{1,64}@[^\s<>()[\]\\,;:@"]+$/.test(address);
}
