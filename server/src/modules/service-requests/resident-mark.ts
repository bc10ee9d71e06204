/** What a request has to do with its resident just now, and the column that says since when. */
export const RESIDENT_MARKS = {
  /** The town waits for their answer. */
  awaited: 'waiting_since',
  /** They say that it is not done. */
  disputed: 'disputed_at',
  /** Words of theirs wait to be read. */
  wrote: 'wrote_at',
} as const;

export type ResidentMark = keyof typeof RESIDENT_MARKS;
