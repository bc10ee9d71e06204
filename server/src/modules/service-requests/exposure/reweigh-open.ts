import { actOfReaction, type Task } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { forgetCatalogue } from '../offered-services.ts';
import { type FollowersOf, reassess } from './reassess-exposure.ts';
import { openRequestIds } from './store.ts';

export const REWEIGH = 'service-requests/reweigh-open';

export interface ReweighPayload {
  territoryId: string;
  /** The last that was weighed. */
  after?: string;
}

/** Weighed in one transaction: their rows are locked meanwhile. */
const AT_ONCE = 50;

/** Weighs every open request anew after a town changed what counts, a few at a time. */
export const reweighing = (followersOf: FollowersOf): Record<string, Task> => ({
  [REWEIGH]: async (platform, payload) => {
    await reweighSome(platform, payload as ReweighPayload, followersOf);
  },
});

function reweighSome(
  platform: Platform,
  { territoryId, after }: ReweighPayload,
  followersOf: FollowersOf,
): Promise<void> {
  // The weights may have changed in another process: they are read, not remembered.
  forgetCatalogue(platform, territoryId);
  const act = actOfReaction(platform, REWEIGH, territoryId);
  return platform.db.transaction(async (tx) => {
    const ids = await openRequestIds(tx, territoryId, after, AT_ONCE);
    for (const id of ids) await reassess(platform, tx, act, id, followersOf);
    const last = ids.at(-1);
    if (last === undefined || ids.length < AT_ONCE) return;
    const next: ReweighPayload = { territoryId, after: last };
    await platform.events.later(tx, REWEIGH, next);
  });
}
