import type { Story } from '../timeline.ts';
import { REFUSAL_LABELS } from './labels.ts';
import type { RefusalReason } from './model.ts';

const UNCHANGED = 'Le numéro et le suivi de la demande ne changent pas.';

/** How a request went from hand to hand: who said no, who has it now. Words between colleagues are notes. */
export const HAND_OVER_STORIES: Record<string, Story> = {
  'service-request.accepted': ({ organizationId }, nameOf) => ({
    title: `Demande acceptée par ${nameOf(organizationId) ?? 'un organisme'}`,
  }),
  'service-request.refused': ({ data, reason }, nameOf) => {
    const from = nameOf(data.fromOrganizationId) ?? 'Un organisme';
    const to = nameOf(data.toOrganizationId);
    const label = REFUSAL_LABELS[data.refusalReason as RefusalReason]?.fr ?? '';
    const next =
      to === null
        ? 'Nous cherchons qui doit agir.'
        : data.contested === true
          ? `${to} décide maintenant qui doit agir.`
          : `La demande est maintenant confiée à ${to}.`;
    return {
      title: `${from} n’est pas compétent pour cette demande`,
      detail: `${label}. ${next} ${UNCHANGED}`,
      note: [`${label}. ${next}`, reason].filter(Boolean).join(' — '),
      shared: true,
    };
  },
  'service-request.contested': ({ data, reason }, nameOf) => {
    const to = nameOf(data.toOrganizationId);
    const asked = nameOf(data.askedOrganizationId) ?? 'un autre organisme';
    return {
      title: 'Il reste à décider qui doit agir',
      detail:
        (to === null ? 'Nous cherchons qui doit agir.' : `${to} décide maintenant qui doit agir.`) +
        ` ${UNCHANGED}`,
      note: [`Adressée à ${asked}, qui l’a déjà eue ou refusée, ou trop souvent transmise.`, reason]
        .filter(Boolean)
        .join(' — '),
      shared: true,
    };
  },
  'service-request.corrected': ({ data, reason }, nameOf) => {
    const to = nameOf(data.toOrganizationId);
    const facts = [
      data.serviceChanged === true && `Prestation : ${data.toServiceName}.`,
      data.placeChanged === true && 'Lieu précisé.',
      data.toOrganizationId !== data.fromOrganizationId && to && `Confiée à ${to}.`,
    ].filter(Boolean);
    return {
      title: 'Demande précisée',
      detail: facts.join(' ') || 'Réponses complétées.',
      note: [facts.join(' '), reason].filter(Boolean).join(' — '),
      shared: true,
    };
  },
};
