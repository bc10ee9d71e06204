import type { Logger } from 'pino';
import { type Act, once } from './acts/index.ts';
import type { Clock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import type { Db, Tx } from './db/index.ts';
import type { Announcer, Events } from './events/index.ts';
import type { BlobStore, Files } from './files/index.ts';

/** What every use case receives first: the means, never the rules, of the program. */
export interface Platform {
  config: Config;
  log: Logger;
  clock: Clock;
  db: Db;
  events: Events;
  announcer: Announcer;
  files: Files;
  /** Contents that only one module knows: mails as they came, scans. Never shown, only downloaded. */
  documents: BlobStore;
  /**
   * Carries out one act in one transaction, once per idempotency key.
   *
   * @param work - must return plain JSON: it is kept to answer a repetition
   */
  perform<T>(act: Act, work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Joins the parts; `perform` is the only thing that it adds. */
export function assemblePlatform(parts: Omit<Platform, 'perform'>): Platform {
  return {
    ...parts,
    perform: (act, work) => parts.db.transaction((tx) => once(tx, act, () => work(tx))),
  };
}
