import type { Voice } from './voice.ts';

/**
 * What happens next once a service is asked for, in the town’s own words, for each kind of reader.
 * Empty: nothing is said beside what is said of every request.
 */
export type NextSteps = Record<Voice, string>;

export const NO_STEPS: NextSteps = { fr: '', plain: '', en: '' };

/** The words for a reader; easy French falls back on French, English on nothing. */
export function stepsFor(steps: NextSteps | undefined, voice: Voice): string | null {
  const { fr, plain, en } = steps ?? NO_STEPS;
  return { fr, plain: plain || fr, en }[voice] || null;
}
