/** What does not agree between the log and its seals. */
export type FaultKind =
  /** The event is not what was sealed. */
  | 'event-changed'
  /** Its words are neither those that were sealed nor those that an erasure left. */
  | 'words-changed'
  /** The event was sealed and is there no more. */
  | 'event-missing'
  /** The event says that it was sealed, and was not. */
  | 'event-added'
  /** The digests kept for this seal are not those that it was made of. */
  | 'leaves-changed'
  /** The seal does not follow from the one before. */
  | 'seal-changed'
  | 'seal-missing'
  /** The chain no longer holds a seal that was seen in it. */
  | 'head-lost';

export interface Fault {
  kind: FaultKind;
  /** Number of the seal. */
  seal: number;
  eventId: string | null;
  /** When the event happened, as it says now, or when it was sealed; ISO 8601. */
  at: string | null;
}
