import { actOfReaction } from '../../platform/events/index.ts';
import type { PersonalData } from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { listTerritoryIds } from '../organizations/index.ts';
import { PRIVACY_EVENTS } from './events.ts';
import { daysOf } from './register.ts';
import { readPrivacySetting } from './store.ts';

export const EXPIRE = 'privacy/expire';
const DAY_MS = 24 * 60 * 60_000;
const LIMIT = 200;
/** A night ends: what is left then goes the next one. */
const MOST_BATCHES = 500;

/** Nightly, in every territory: takes away what has served its time, batch by batch. */
export async function expirePersonalData(
  platform: Platform,
  held: readonly PersonalData[],
): Promise<void> {
  for (const territoryId of await listTerritoryIds(platform.db.read)) {
    const { retention } = await readPrivacySetting(platform.db.read, territoryId);
    for (const each of held) {
      const days = daysOf(each, retention);
      if (!each.expire || !days) continue;
      for (let batch = 0; batch < MOST_BATCHES; batch++) {
        if (!(await expireBatch(platform, territoryId, each, days))) break;
      }
    }
  }
}

/** @returns whether there may be more */
async function expireBatch(
  platform: Platform,
  territoryId: string,
  { declaration, expire }: PersonalData,
  days: number,
): Promise<boolean> {
  const at = platform.clock.now();
  const before = new Date(at.getTime() - days * DAY_MS);
  const expired = await platform.db.transaction(async (tx) => {
    const done = await expire?.(platform, tx, territoryId, { before, at, limit: LIMIT });
    if (done && Object.values(done.counts).some((count) => count > 0)) {
      await platform.events.publish(tx, actOfReaction(platform, EXPIRE, territoryId), {
        type: PRIVACY_EVENTS.expired,
        subject: territoryId,
        organizationId: null,
        data: { code: declaration.code, days, counts: done.counts },
      });
    }
    return done;
  });
  for (const sha256 of expired?.documents ?? []) await platform.documents.delete(sha256);
  return expired?.more ?? false;
}
