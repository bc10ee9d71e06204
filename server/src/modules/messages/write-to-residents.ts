import { parisDate } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { eventsOf, type StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { factsOf, scheduledStartOf } from './facts.ts';
import { isForFollowers, isToldBy, STEPS, type Step } from './model.ts';
import { recipientsOf } from './neighbours.ts';
import { queueMessage } from './queue-message.ts';

/**
 * Writes down that everyone concerned is to be told of the step, one message each: who reported,
 * and who follows. Nothing for those who left no address, nor for a step that says nothing new.
 */
export async function writeToResidents(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
  step: Step,
): Promise<void> {
  const recipients = await recipientsOf(platform, tx, event.territoryId, event.subject);
  const concerned = recipients.filter(
    ({ role, channel }) =>
      channel !== 'none' &&
      isToldBy(channel, step) &&
      (role === 'reporter' || isForFollowers(step)),
  );
  if (concerned.length === 0 || (await saysNothingNew(tx, event))) return;
  for (const recipient of concerned) {
    const facts = await factsOf(platform, tx, event, step, recipient);
    if (facts) await queueMessage(platform, tx, event, recipient, facts);
  }
}

/**
 * Whether the last that they were told is this very step: nobody gets two messages for one. A visit
 * that moves within its day is the dispatcher's concern, not the resident's.
 */
async function saysNothingNew(tx: Tx, event: StoredEvent): Promise<boolean> {
  const history = await eventsOf(tx, event.territoryId, [event.subject]);
  const earlier = history.slice(
    0,
    history.findIndex(({ id }) => id === event.id),
  );
  const last = earlier.findLast(({ type }) => TOLD.includes(type));
  if (last?.type !== event.type) return false;
  const [before, now] = [scheduledStartOf(last), scheduledStartOf(event)];
  if (before && now) return parisDate(before) === parisDate(now);
  return (
    last.organizationId === event.organizationId &&
    last.reason === event.reason &&
    last.data.toOrganizationId === event.data.toOrganizationId
  );
}

/** Whatever changes what people expect, told or not. */
const TOLD = [...STEPS.map((step) => `service-request.${step}`), 'service-request.back-to-triage'];
