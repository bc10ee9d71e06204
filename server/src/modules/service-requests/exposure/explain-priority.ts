import type { Grade } from '../model.ts';
import type { ExposureFact } from './facts.ts';

const SEVERITIES: Record<Grade, string> = {
  1: 'gêne',
  2: 'dégradation',
  3: 'risque',
  4: 'danger',
};
const URGENCIES: Record<Grade, string> = {
  1: 'peut attendre',
  2: 'ce mois-ci',
  3: 'cette semaine',
  4: 'aujourd’hui',
};

const PLACES: Partial<Record<ExposureFact['kind'], string>> = {
  school: 'devant une école',
  care: 'près d’un lieu de soins',
  market: 'près du marché',
  playground: 'près d’une aire de jeux',
  stop: 'à un arrêt',
  'main-road': 'sur une route principale',
};

/** « priorité 1 : danger, aujourd’hui ; devant une école (École Jeanne-Barret), 6 habitants ». */
export function explainPriority({
  priority,
  severity,
  urgency,
  exposureFacts,
}: {
  priority: Grade;
  severity: Grade;
  urgency: Grade;
  exposureFacts: readonly ExposureFact[];
}): string {
  const judged = `priorité ${priority} : ${SEVERITIES[severity]}, ${URGENCIES[urgency]}`;
  if (exposureFacts.length === 0) return judged;
  return `${judged} ; ${exposureFacts.map(tellFact).join(', ')}`;
}

/** One fact in a few words. */
function tellFact({ kind, name, count = 0 }: ExposureFact): string {
  if (kind === 'residents') return `${count} habitants`;
  if (kind === 'reopened') return count === 1 ? 'rouverte une fois' : `rouverte ${count} fois`;
  const place = PLACES[kind] ?? kind;
  return name ? `${place} (${name})` : place;
}
