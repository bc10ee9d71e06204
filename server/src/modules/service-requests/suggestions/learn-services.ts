import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { catalogueOf } from '../offered-services.ts';
import { learnApart } from './learn-apart.ts';
import {
  countConfirmedSince,
  forgetClassifiers,
  keepClassifier,
  newestClassifier,
  readExamples,
  territoriesWithServices,
} from './store.ts';
import { forgetTaught } from './taught.ts';

/** Names of the tasks: learn one territory's words; the same without erased ones; look which have something new to teach. */
export const LEARN = 'service-requests/learn-services';
export const LEARN_ANEW = 'service-requests/learn-services-anew';
export const LOOK = 'service-requests/look-for-lessons';

/** So many corrections and confirmations are learnt within the hour, fewer at night. */
const ENOUGH = 200;
const NIGHT_HOUR_UTC = 1;

/**
 * Learns anew which services the territory's words mean, from what people confirmed, and keeps it
 * with what it is worth. Nothing is kept when there is too little: the catalogue's words go on alone.
 *
 * @returns whether a new version is in use
 */
export async function learnServices(platform: Platform, territoryId: string): Promise<boolean> {
  const { db, clock, log } = platform;
  const at = clock.now();
  const [newest, examples, { services }] = await Promise.all([
    newestClassifier(db.read, territoryId),
    readExamples(db.read, territoryId),
    catalogueOf(platform, territoryId),
  ]);
  const learnt = await learnApart({ examples, services });
  if (!learnt) return false;
  const model = await promisify(deflate)(learnt.model);
  const version = (newest?.version ?? 0) + 1;
  const kept = await db.transaction((tx) =>
    keepClassifier(tx, territoryId, version, at, { ...learnt, model }),
  );
  forgetTaught(platform, territoryId);
  log.info({ territoryId, version, ...learnt.figures }, 'services learnt from history');
  return kept;
}

/**
 * Learns again after words were erased, and forgets every lesson that they were part of. When too
 * little is left to learn from, the catalogue's words go on alone.
 */
export async function learnAnew(platform: Platform, territoryId: string): Promise<void> {
  const learnt = await learnServices(platform, territoryId);
  await platform.db.transaction((tx) => forgetClassifiers(tx, territoryId, { newestToo: !learnt }));
  forgetTaught(platform, territoryId);
}

/** Asks for {@link learnAnew} once this transaction is committed, where anything was learnt. */
export async function learnAnewLater(
  { events }: Platform,
  tx: Tx,
  territoryId: string,
): Promise<void> {
  if (!(await newestClassifier(tx, territoryId))) return;
  await events.later(tx, LEARN_ANEW, { territoryId });
}

/** Every hour: whoever has enough that is new is learnt at once, whoever has anything, at night. */
export async function lookForLessons(platform: Platform): Promise<void> {
  const { db, clock, events } = platform;
  const enough = clock.now().getUTCHours() === NIGHT_HOUR_UTC ? 1 : ENOUGH;
  for (const territoryId of await territoriesWithServices(db.read)) {
    const since = (await newestClassifier(db.read, territoryId))?.trainedAt ?? new Date(0);
    const fresh = await countConfirmedSince(db.read, territoryId, since, enough);
    if (fresh < enough) continue;
    await db.transaction((tx) => events.later(tx, LEARN, { territoryId }));
  }
}
