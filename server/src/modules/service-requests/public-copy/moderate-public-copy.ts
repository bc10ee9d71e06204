import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { cleanText } from '../clean-text.ts';
import { giveCommand } from '../give-command.ts';
import { photosOf } from '../store.ts';
import { placeTest } from './mask-request.ts';
import { type Moderation, moderated } from './model.ts';
import { copyOf } from './prepare-public-copies.ts';
import { lockCopy, saveCopy } from './store.ts';

export interface ModeratePublicCopy extends Moderation {
  id: string;
}

/** Reads what everyone may read of a request, and publishes it, mends it or hides it. */
export function moderatePublicCopy(
  platform: Platform,
  act: Act,
  { id, text, hidden, hiddenPhotoIds }: ModeratePublicCopy,
) {
  return giveCommand(platform, act, id, 'moderate', async (request, tx) => {
    const { territoryId } = act;
    const copy =
      (await lockCopy(tx, territoryId, id)) ??
      copyOf(request, await placeTest(platform, tx, territoryId));
    const photos = await photosOf(tx, territoryId, [id]);
    const mended = text === undefined ? undefined : cleanText(text);
    const after = moderated(
      copy,
      { text: mended, hidden, hiddenPhotoIds },
      photos.map(({ fileId }) => fileId),
    );
    await saveCopy(tx, territoryId, after);
    return {
      event: 'moderated',
      data: {
        hidden: after.textState === 'hidden',
        edited: mended !== undefined && mended !== copy.text,
        photosHidden: after.hiddenPhotoIds.length,
        photosShown: after.shownPhotoIds.length,
      },
    };
  });
}
