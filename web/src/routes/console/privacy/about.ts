import type { Body, Candidate } from '../api/views.ts';

/** Whom an act is about, as the API wants it. */
export type AboutSubject = Body<'/api/v1/privacy/subjects/read'>;

/** Pure. @param itemIds - what of it is theirs; without, everything that is held under these */
export function aboutOf(
  { email, phone, requestIds }: Candidate,
  itemIds?: Iterable<string>,
): AboutSubject {
  return {
    ...(email && { email }),
    ...(phone && { phone }),
    ...(requestIds.length > 0 && { requestIds }),
    ...(itemIds && { itemIds: [...itemIds] }),
  };
}
