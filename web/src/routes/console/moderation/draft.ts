import type { Body, RequestDetail } from '../api/views.ts';

type PublicCopy = NonNullable<RequestDetail['publicCopy']>;

/** What a moderator is deciding. */
export interface Draft {
  text: string;
  hidden: boolean;
  hiddenPhotoIds: string[];
}

/** The decision as it stands: what was masked by the program, unless a person decided already. */
export function draftOf(copy: PublicCopy | null, description: string): Draft {
  return {
    text: copy?.text ?? description,
    hidden: copy?.textState === 'hidden',
    hiddenPhotoIds: [...(copy?.hiddenPhotoIds ?? [])],
  };
}

/** The decision as the API takes it; the text only when it was changed. */
export function readDraft(
  { text, hidden, hiddenPhotoIds }: Draft,
  copy: PublicCopy | null,
): Body<'/api/v1/service-requests/{id}/moderate'> {
  return { ...(copy?.text !== text && { text }), hidden, hiddenPhotoIds };
}
