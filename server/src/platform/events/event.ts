import type { Actor } from '../acts/index.ts';
import type { Tx } from '../db/index.ts';
import type { Platform } from '../platform.ts';

/** A fact to tell, as a use case publishes it. Carries no personal data: readers ask the owner. */
export interface NewEvent {
  /** Noun and past participle, e.g. `work-order.completed`. */
  type: string;
  /** Id of the thing that changed. */
  subject: string;
  /** The organization in whose name it changed, if any. */
  organizationId: string | null;
  data: Record<string, unknown>;
  /** Why, in the author's words. */
  reason?: string;
}

/** A fact as the log keeps it. */
export interface StoredEvent {
  territoryId: string;
  id: string;
  type: string;
  subject: string;
  organizationId: string | null;
  at: Date;
  actor: Pick<Actor, 'kind' | 'id' | 'name'>;
  reason: string | null;
  data: Record<string, unknown>;
}

/** What a module does when it hears an event. */
export interface Reaction {
  /** `module/what-it-does`, unique. */
  name: string;
  /** Event types it hears. */
  on: string[];
  /**
   * Runs in the transaction that also records its acknowledgement: both commit, or neither.
   * A throw is retried with back-off, then shown in the console as a dead letter.
   */
  react(platform: Platform, tx: Tx, event: StoredEvent): Promise<void>;
}

/** Attribute `type` of a CloudEvent is prefixed with a reverse-DNS name (CloudEvents 1.0 §3.1). */
export const CLOUD_EVENT_PREFIX = 'fr.cantonnier.';
