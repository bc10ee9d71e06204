/** What a territory lets everyone read: nothing, what a person has read first, or all at once. */
export const POLICIES = ['off', 'moderated', 'at-once'] as const;
export type Policy = (typeof POLICIES)[number];

/** A text waits for its first reader, is shown, is hidden, or was flagged and waits again. */
export const TEXT_STATES = ['waiting', 'published', 'hidden', 'flagged'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** Why a reader says that something should not be public. */
export const FLAG_REASONS = ['personal-data', 'insult', 'advertising', 'other'] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** What the public may read of one request, as the moderators left it. */
export interface PublicCopy {
  requestId: string;
  /** Masked; or in a moderator's own words. */
  text: string;
  /** Kinds of what the program masked. */
  masked: string[];
  textState: TextState;
  /** A person kept it after a flag. */
  kept: boolean;
  /** Some photo has not been looked at. */
  photosWaiting: boolean;
  shownPhotoIds: string[];
  hiddenPhotoIds: string[];
  flaggedPhotoIds: string[];
  since: Date;
}

/** How one service differs from the territory's rule. */
export interface ServiceSetting {
  shown: boolean;
  /** Null: as the territory. */
  daysAfterClosing: number | null;
}

export interface PublicSetting {
  textPolicy: Policy;
  photoPolicy: Policy;
  /** A closed request stays on the public map this long. */
  daysAfterClosing: number;
  services: Record<string, ServiceSetting>;
  version: number;
}

/** Of a territory that has not decided otherwise: a person reads before everyone does. */
export const USUAL_SETTING: PublicSetting = {
  textPolicy: 'moderated',
  photoPolicy: 'moderated',
  daysAfterClosing: 60,
  // What came without a service may be about anything, somebody's health included.
  services: { unsorted: { shown: false, daysAfterClosing: null } },
  version: 0,
};

/** The text that everyone may read now, or null. A request without a copy shows no text. */
export function visibleText(
  copy: Pick<PublicCopy, 'text' | 'textState' | 'kept'> | undefined,
  policy: Policy,
): string | null {
  if (!copy || policy === 'off' || copy.text.trim() === '') return null;
  const isShown =
    copy.textState === 'published' ||
    (copy.textState === 'waiting' && policy === 'at-once') ||
    (copy.textState === 'flagged' && copy.kept);
  return isShown ? copy.text : null;
}

/** Whether everyone may see the photo now. */
export function isPhotoVisible(
  copy: Pick<PublicCopy, 'shownPhotoIds' | 'hiddenPhotoIds' | 'flaggedPhotoIds'> | undefined,
  fileId: string,
  policy: Policy,
): boolean {
  if (!copy || policy === 'off' || copy.hiddenPhotoIds.includes(fileId)) return false;
  const wasShown = copy.shownPhotoIds.includes(fileId);
  if (copy.flaggedPhotoIds.includes(fileId)) return false;
  return wasShown || policy === 'at-once';
}

/** What a moderator decides: the words as they shall be read, and the photos that shall not. */
export interface Moderation {
  text?: string | undefined;
  hidden?: boolean | undefined;
  hiddenPhotoIds?: readonly string[] | undefined;
}

/** The copy after it was read by a person: nothing waits any more. */
export function moderated(
  copy: PublicCopy,
  { text, hidden = false, hiddenPhotoIds }: Moderation,
  photoIds: readonly string[],
): PublicCopy {
  const unseen = hiddenPhotoIds ?? copy.hiddenPhotoIds;
  return {
    ...copy,
    text: text ?? copy.text,
    textState: hidden ? 'hidden' : 'published',
    kept: !hidden && (copy.kept || copy.textState === 'flagged'),
    photosWaiting: false,
    hiddenPhotoIds: photoIds.filter((id) => unseen.includes(id)),
    shownPhotoIds: photoIds.filter((id) => !unseen.includes(id)),
    flaggedPhotoIds: [],
  };
}

/**
 * The copy after a reader flagged it: hidden until a person has read it. Text that a person has kept
 * after an earlier flag is read again but not hidden, so that no one silences a report at will.
 *
 * @param photoId - the photo that is meant; the text when there is none
 */
export function flagged(copy: PublicCopy, photoId: string | undefined, at: Date): PublicCopy {
  if (photoId !== undefined) {
    const flaggedPhotoIds = [...new Set([...copy.flaggedPhotoIds, photoId])];
    return { ...copy, flaggedPhotoIds, since: at };
  }
  return copy.textState === 'hidden' ? copy : { ...copy, textState: 'flagged', since: at };
}
