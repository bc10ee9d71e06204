import type { Service } from '../catalogue.ts';

/** Where a suggestion comes from: the catalogue's words, or what the town dealt with before. */
export const SOURCES = ['catalogue', 'history'] as const;
export type Source = (typeof SOURCES)[number];

/** A service that somebody's words seem to speak of. */
export interface Suggestion {
  service: Service;
  /** From 0 to 1. */
  score: number;
  /** The words that counted, folded. */
  words: string[];
  source: Source;
}

/** Suggestions, the best first. A person chooses, whether the first is sure or not. */
export interface Suggestions {
  items: Suggestion[];
  /** Whether the first may be put forward; otherwise the whole catalogue is shown beside. */
  sure: boolean;
}
