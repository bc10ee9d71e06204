import type { Tx } from '../db/index.ts';
import type { Platform } from '../platform.ts';
import type { Sighting, Sought, Subject } from './subject.ts';

/** One line of the register of processing (GDPR article 30 §1). In French: people read it as it is. */
export interface ProcessingDeclaration {
  /** Stable, e.g. `service-requests`. */
  code: string;
  name: string;
  purpose: string;
  /** Of GDPR article 6 §1. */
  legalBasis: string;
  people: string;
  /** What is held, and the columns (`table.column`) that hold it. */
  data: { kind: string; columns: string[] }[];
  recipients: string;
  /** Days after `since`; null when it is not a number of days that ends it. */
  retention: { days: number; least: number; most: number } | null;
  /** From when the days count, e.g. « la clôture de la demande »; without days, a whole sentence. */
  since: string;
  /** What an erasure takes away, and what it leaves with the reason; null when there is none. */
  erasure: { goes: string; stays: string } | null;
}

/** How many things changed, by kind, and the contents that nothing refers to any more. */
export interface Erased {
  counts: Record<string, number>;
  /** SHA-256 of documents to forget once the transaction is committed. */
  documents: string[];
}

/** The same for one batch of what has served its time; `more` when the batch was full. */
export interface Expired extends Erased {
  more: boolean;
}

export interface Expiry {
  /** What ended before this has served its time. */
  before: Date;
  at: Date;
  /** Of one batch. */
  limit: number;
}

/**
 * What one part of the program holds of people, and how it gives it, erases it, and lets it expire.
 * A function is absent where there is nothing to do: the declaration then says why.
 */
export interface PersonalData {
  declaration: ProcessingDeclaration;
  /** Where somebody is seen, the latest first, at most so many. */
  seek?(tx: Tx, territoryId: string, sought: Sought, limit: number): Promise<Sighting[]>;
  /**
   * Everything that is held of somebody, as plain JSON; empty when nothing is. An `id` tells items
   * that can be chosen apart: see {@link Subject.only}.
   */
  find?(platform: Platform, tx: Tx, territoryId: string, subject: Subject): Promise<unknown[]>;
  /** Leaves what happened, when and by which office; takes away who it was and what they wrote. */
  erase?(
    platform: Platform,
    tx: Tx,
    territoryId: string,
    subject: Subject,
    at: Date,
  ): Promise<Erased>;
  /** Idempotent, and bounded by the limit. */
  expire?(platform: Platform, tx: Tx, territoryId: string, expiry: Expiry): Promise<Expired>;
}
