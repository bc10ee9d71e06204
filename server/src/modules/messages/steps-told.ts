import { stepsFor } from './neighbours.ts';
import type { MailFacts } from './render-mail.ts';

/** What the town says of what happens next, if it does for this kind of reader: one idea a line. */
export function stepsTold({ nextSteps }: MailFacts, voice: 'fr' | 'plain' | 'en'): string[] {
  return stepsFor(nextSteps, voice)?.split(/\n+/) ?? [];
}
