/** What people say of one service: residents first, then crews, then the town's answers. */
export interface ServiceWords {
  /** Of the work order, as a dispatcher writes it; the place follows. */
  title: string;
  /** Usual length of the visit. */
  minutes: number;
  /**
   * The service covers things that have little in common: what closes a request is then chosen for
   * the words it shares with it, and the first wording of each list fits them all.
   */
  mixed?: true;
  /** What is wrong, a sentence without its final stop. Every one says `{where}`. */
  what: readonly string[];
  /** The same, in the fewest words. */
  short: readonly string[];
  /** What comes of it for the resident. */
  effect: readonly string[];
  /** What is asked for. */
  ask: readonly string[];
  /** What is said instead of `what` when the season explains it. */
  when?: Partial<Record<Circumstance, readonly string[]>>;
  /** The crew's own words once it is done. */
  outcomes: readonly string[];
  /** What the resident reads then. */
  done: readonly string[];
  /** What the resident reads when no visit is needed, or none now. */
  answers: readonly string[];
}

export type Circumstance = 'storm' | 'frost' | 'autumn' | 'growth';
