import type { PublicCopy, PublicSetting } from './model.ts';
import type { PublicCopyView } from './schemas.ts';

/** The public copy as the town's people see it. */
export function presentCopy(copy: PublicCopy, setting: PublicSetting): PublicCopyView {
  return {
    text: copy.text,
    masked: copy.masked as PublicCopyView['masked'],
    textState: copy.textState,
    textPolicy: setting.textPolicy,
    photoPolicy: setting.photoPolicy,
    photosWaiting: copy.photosWaiting,
    hiddenPhotoIds: copy.hiddenPhotoIds,
    flaggedPhotoIds: copy.flaggedPhotoIds,
    since: copy.since.toISOString(),
  };
}
