import type { Text } from '../../../platform/problem/index.ts';
import type { ClockKind } from './clock.ts';

/** Clocks as agents read them. */
export const CLOCK_LABELS: Record<ClockKind, Text> = {
  'first-reply': { fr: 'Première réponse', en: 'First reply' },
  resolution: { fr: 'Traitement', en: 'Resolution' },
  'legal-receipt': { fr: 'Accusé de réception (loi)', en: 'Acknowledgement of receipt (law)' },
  'legal-silence': { fr: 'Décision implicite (loi)', en: 'Implicit decision (law)' },
};
