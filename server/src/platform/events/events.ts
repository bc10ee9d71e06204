import type { Act } from '../acts/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import { uuidv7 } from '../ids/index.ts';
import type { Announcer } from './announce.ts';
import type { NewEvent, Reaction } from './event.ts';
import { appendEvents, queueJobs } from './store.ts';

/** Name of the one task that carries out reactions. */
export const REACT = 'react';

/** Seven retries spread over about half an hour (back-off eⁿ s), then a dead letter. */
const REACTION_ATTEMPTS = 8;

/** Priority of what comes by thousands; of all else, 0. */
const BULK = 1;

/** Payload of a {@link REACT} job. */
export interface ReactPayload {
  territoryId: string;
  eventId: string;
  reaction: string;
}

export interface Events {
  /**
   * Tells facts: appends them to the log with one job per reaction, in the act's own transaction.
   */
  publish(tx: Tx, act: Act, ...events: NewEvent[]): Promise<void>;
  /** The same for the facts of several acts that one transaction carries. */
  publishTogether(tx: Tx, told: { act: Act; event: NewEvent }[]): Promise<void>;
  /**
   * Keeps facts that happened elsewhere or long ago (an import): in the log with their own time,
   * heard by nobody.
   */
  record(tx: Tx, act: Act, events: (NewEvent & { at: Date })[]): Promise<void>;
  /** Queues work of a named task in this transaction, to run after it commits. */
  later(tx: Tx, task: string, payload: object, runAt?: Date): Promise<void>;
  /**
   * The same for things that may come by thousands: they give way to all other work, so that ten
   * thousand mails keep nobody's acknowledgement waiting.
   */
  laterEach(tx: Tx, task: string, payloads: readonly object[]): Promise<void>;
}

/**
 * @param reactions - every module's, given by the wiring
 * @param announcer - tells the live screens after the commit
 */
export function createEvents(clock: Clock, reactions: Reaction[], announcer: Announcer): Events {
  const listeners = new Map<string, string[]>();
  for (const reaction of reactions) {
    for (const type of reaction.on) {
      listeners.set(type, [...(listeners.get(type) ?? []), reaction.name]);
    }
  }
  return {
    publish(tx, act, ...events) {
      return this.publishTogether(
        tx,
        events.map((event) => ({ act, event })),
      );
    },
    async publishTogether(tx, told) {
      const identified = told.map(({ act, event }) => ({ act, ...event, id: uuidv7(clock) }));
      await appendEvents(tx, identified);
      const jobs = identified.flatMap(({ act, type, id }) =>
        (listeners.get(type) ?? []).map((reaction): { payload: ReactPayload } => ({
          payload: { territoryId: act.territoryId, eventId: id, reaction },
        })),
      );
      await queueJobs(tx, REACT, jobs, REACTION_ATTEMPTS);
      tx.afterCommit(() => {
        for (const { act, id, type, subject, organizationId } of identified) {
          announcer.announce({ territoryId: act.territoryId, id, type, subject, organizationId });
        }
      });
    },
    async record(tx, act, events) {
      await appendEvents(
        tx,
        events.map((event) => ({ act, ...event, id: uuidv7({ now: () => event.at }) })),
      );
    },
    async later(tx, task, payload, runAt) {
      await queueJobs(tx, task, [{ payload, ...(runAt && { runAt }) }], REACTION_ATTEMPTS);
    },
    async laterEach(tx, task, payloads) {
      const jobs = payloads.map((payload) => ({ payload }));
      await queueJobs(tx, task, jobs, REACTION_ATTEMPTS, BULK);
    },
  };
}
