/** A problem that cannot be planned as it is written. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** Every fault that was found, up to {@link MOST_FAULTS}. */
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ at, says }) => `${at}: ${says}`).join('\n'));
    this.faults = faults;
  }
}

export interface Fault {
  /** Where: `jobs[3].duration`. */
  at: string;
  /** What is wrong, for a developer. */
  says: string;
}

/** More would hide the first. */
export const MOST_FAULTS = 20;
