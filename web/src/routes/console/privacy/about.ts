import type { Body, Candidate } from '../api/views.ts';

/** Whom an act is about, as the API wants it. */
export type AboutSubject = Body<'/api/v1/privacy/subjects/read'>;

/** One person, under all the addresses and numbers that whoever answers them recognised. */
export interface Person {
  names: string[];
  emails: string[];
  phones: string[];
  requestIds: string[];
  /** An address or a number of theirs stands with several names: it is perhaps shared. */
  shared: boolean;
}

/** Pure. @param candidates - that are one person */
export function personOf(candidates: readonly Candidate[]): Person {
  const all = (read: (one: Candidate) => string | string[]) => [
    ...new Set(candidates.flatMap(read)),
  ];
  return {
    names: all(({ names }) => names),
    emails: all(({ email }) => email ?? []),
    phones: all(({ phone }) => phone ?? []),
    requestIds: all(({ requestIds }) => requestIds),
    shared: candidates.some(({ names }) => names.length > 1),
  };
}

/** Pure. @param itemIds - what of it is theirs; without, everything that is held under these */
export function aboutOf(
  { emails, phones, requestIds }: Person,
  itemIds?: Iterable<string>,
): AboutSubject {
  return { emails, phones, requestIds, ...(itemIds && { itemIds: [...itemIds] }) };
}
