import { frenchDate, parisInstant } from '../../platform/clock/index.ts';
import type { WeighedRule } from './decide-competence.ts';
import type { Competence, RoadClass } from './model.ts';

const ROADS: Record<RoadClass, string> = {
  national: 'nationales',
  departmental: 'départementales',
  metropolitan: 'métropolitaines',
  communal: 'communales',
  private: 'privées',
};

/** Why a rule counted, or did not, in plain French. */
export function tellVerdict({ rule, verdict }: WeighedRule): string {
  switch (verdict) {
    case 'holds':
      return rule.value === 'community-interest'
        ? 'S’applique : la voie ou le lieu a été déclaré d’intérêt communautaire.'
        : 'S’applique : c’est la règle la plus précise.';
    case 'may-hold':
      return tellUnknown(rule);
    case 'outranked':
      return 'Écartée : une règle plus précise ou prioritaire existe.';
    case 'excluded':
      return 'Écartée : une règle « non » du même organisme l’exclut ici.';
    case 'excludes':
      return 'S’applique : l’organisme est exclu.';
    case 'other-road':
      return `Écartée : ne vaut que pour ${tellRoads(rule)}.`;
    case 'other-owner':
      return 'Écartée : la voie ou l’équipement appartient à quelqu’un d’autre.';
    case 'not-declared':
      return 'Écartée : ni cette voie ni ce lieu n’a été déclaré d’intérêt communautaire.';
    case 'not-in-force':
      return tellPeriod(rule);
    case 'set-aside':
      return 'Écartée : l’organisme a refusé la demande.';
  }
}

function tellUnknown(rule: Competence): string {
  if (rule.value === 'community-interest' && rule.declared === null) {
    return 'Peut s’appliquer : ce qui a été déclaré d’intérêt communautaire n’est pas renseigné.';
  }
  return 'Peut s’appliquer : un fait manque (classe, numéro ou nom de la voie, propriétaire, agglomération).';
}

function tellRoads({ roadClasses, roadNumbers, builtUp }: Competence): string {
  const parts = [
    roadClasses && `les voies ${roadClasses.map((one) => ROADS[one]).join(', ')}`,
    roadNumbers && `la voie ${roadNumbers.join(', ')}`,
    builtUp !== null && (builtUp ? 'l’agglomération' : 'les lieux hors agglomération'),
  ];
  return parts.filter(Boolean).join(', ');
}

function tellPeriod({ validFrom, validUntil }: Competence): string {
  const day = (date: string) => frenchDate(parisInstant(date, '12:00'));
  return validUntil === null
    ? `Écartée : ne vaut qu’à partir du ${day(validFrom)}.`
    : `Écartée : ne vaut que du ${day(validFrom)} au ${day(validUntil)} exclu.`;
}
