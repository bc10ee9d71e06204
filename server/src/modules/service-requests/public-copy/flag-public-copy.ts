import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { serviceRequestEvent } from '../events.ts';
import { findRequest, photosOf } from '../store.ts';
import { type FlagReason, flagged, isPhotoVisible, visibleText } from './model.ts';
import { publicPhotoId } from './public-photo-id.ts';
import { isShown, windowOf } from './public-window.ts';
import { readSetting } from './read-setting.ts';
import { lockCopy, saveCopy } from './store.ts';

export interface FlagPublicCopy {
  id: string;
  reason: FlagReason;
  /** The photo that is meant, by its public name; the text when there is none. */
  photoId?: string | undefined;
}

/**
 * Tells that a public text or photo should not be there: it is hidden until a person has read it.
 * What is not shown cannot be flagged: nothing is learnt from trying.
 *
 * @throws Problem `not-found` (404)
 */
export async function flagPublicCopy(
  platform: Platform,
  act: Act,
  { id, reason, photoId }: FlagPublicCopy,
): Promise<{ flagged: true }> {
  const { territoryId, at } = act;
  return platform.perform(act, async (tx) => {
    const [request, setting, copy] = [
      await findRequest(tx, territoryId, id),
      await readSetting(tx, territoryId),
      await lockCopy(tx, territoryId, id),
    ];
    ensure(request && isShown(request, windowOf(setting, at)) && copy, commonProblems.notFound);
    const photos = photoId === undefined ? [] : await photosOf(tx, territoryId, [id]);
    const meant = photos.find(({ fileId }) => publicPhotoId(fileId) === photoId)?.fileId;
    const isThere =
      photoId === undefined
        ? visibleText(copy, setting.textPolicy) !== null
        : meant !== undefined && isPhotoVisible(copy, meant, setting.photoPolicy);
    ensure(isThere, commonProblems.notFound);
    await saveCopy(tx, territoryId, flagged(copy, meant, at));
    const data = { flagReason: reason, what: meant === undefined ? 'text' : 'photo' };
    await platform.events.publish(tx, act, serviceRequestEvent('flagged', request, data));
    return { flagged: true as const };
  });
}
