import type { Random } from '../../core/random.ts';
import type { DemonstrationWorkOrder, RejectionReason } from '../../types.ts';

export const PRIVATE_ROAD: Refusal = {
  reason: 'not-competent',
  note: 'Cette voie est privée : son entretien revient à ses propriétaires. Nous leur avons écrit.',
};
export const NATIONAL_ROAD: Refusal = {
  reason: 'not-competent',
  note: 'La route nationale est entretenue par l’État. Votre signalement a été transmis à la direction interdépartementale des routes.',
};

export const DUPLICATES: readonly string[] = [
  'Ce problème nous a déjà été signalé. Votre demande rejoint celle qui est en cours, et vous serez prévenu de la suite.',
  'Merci : un autre habitant nous a prévenus du même problème. Les deux demandes sont suivies ensemble.',
  'Une demande est déjà ouverte pour ce lieu. Votre message y a été ajouté et l’équipe en est informée.',
];

/** « Ce n’est pas fait »: what residents write when it was closed too soon. */
export const DISPUTES: readonly string[] = [
  'Le problème est revenu dès le lendemain.',
  'Vous dites que c’est fait, mais rien n’a changé devant chez moi.',
  'Le travail n’est fait qu’à moitié : il en reste de l’autre côté de la rue.',
  'Je viens d’y passer et c’est exactement pareil. Êtes-vous sûrs de l’adresse ?',
  'Merci d’être venus, mais cela n’a pas tenu.',
  'Ce n’est pas réparé. Je peux vous montrer sur place si besoin.',
];

/** Why a request gets no visit, as the resident reads it. */
export interface Refusal {
  reason: RejectionReason;
  note: string;
}

/** Refusals, each with the services to which it can be opposed. */
const REFUSALS: readonly (Refusal & { fits: RegExp })[] = [
  {
    reason: 'not-found',
    note: 'Notre équipe est passée à deux reprises sans rien trouver à l’endroit indiqué. N’hésitez pas à refaire un signalement avec une photo.',
    fits: /^(?!parking|life\.other)/,
  },
  {
    reason: 'not-found',
    note: 'Le problème avait disparu à notre passage. Merci de votre vigilance.',
    fits: /^(?!life\.other)/,
  },
  {
    reason: 'not-found',
    note: 'L’adresse ne nous a pas permis de trouver l’endroit, et nous n’avons pas pu vous joindre.',
    fits: /^(roads|lighting|cleanliness|water|furniture|parking)/,
  },
  {
    reason: 'not-competent',
    note: 'L’équipement appartient à un bailleur social, que nous avons prévenu. Vous pouvez le joindre au numéro affiché dans votre hall.',
    fits: /^(lighting|cleanliness\.(bin|graffiti)|furniture|green\.m)/,
  },
  {
    reason: 'not-competent',
    note: 'Le réseau concerné est celui d’un opérateur privé ; votre signalement lui a été transmis.',
    fits: /^(roads\.(manhole|works)|lighting\.damaged)/,
  },
  {
    reason: 'out-of-scope',
    note: 'Ce que vous décrivez se trouve sur un terrain privé, où nos équipes ne peuvent intervenir.',
    fits: /^(green|cleanliness\.(dumping|dirty)|parking|water\.(leak|drain))/,
  },
  {
    reason: 'out-of-scope',
    note: 'L’aménagement demandé n’est pas prévu par le plan de circulation. Il pourra être proposé au prochain budget participatif.',
    fits: /^(signs\.(road|markings)|life\.other|parking\.obs)/,
  },
  {
    reason: 'out-of-scope',
    note: 'Votre demande concerne un différend de voisinage, où la collectivité ne peut intervenir. Le conciliateur de justice vous reçoit gratuitement en mairie.',
    fits: /^life\.other/,
  },
];

/** A refusal that makes sense for the service. */
export function drawRefusal(random: Random, serviceCode: string): Refusal {
  return random.pick(REFUSALS.filter(({ fits }) => fits.test(serviceCode)));
}

interface Failure {
  reason: NonNullable<DemonstrationWorkOrder['failure']>;
  /** The crew's words. */
  outcome: string;
  /** The resident's. */
  note: string;
}

/** Why a visit came to nothing. */
export const FAILURES: readonly Failure[] = [
  {
    reason: 'access',
    outcome: 'Véhicule stationné dessus, accès impossible',
    note: 'Un véhicule en stationnement nous a empêchés d’intervenir. Nous reviendrons avec un arrêté de stationnement.',
  },
  {
    reason: 'access',
    outcome: 'Portail fermé, personne',
    note: 'Le portail était fermé. Nous reprendrons contact pour convenir d’un passage.',
  },
  {
    reason: 'material',
    outcome: 'Manque pièce, cdée. A replanifier',
    note: 'Une pièce manquait ; elle est commandée et un nouveau passage sera planifié.',
  },
  {
    reason: 'material',
    outcome: 'Nacelle en panne',
    note: 'Notre véhicule était immobilisé. Un nouveau passage sera planifié.',
  },
  {
    reason: 'danger',
    outcome: 'Ligne HT trop proche, besoin coupure Enedis',
    note: 'L’intervention demande une coupure de la ligne électrique voisine. Elle est demandée au gestionnaire du réseau.',
  },
  {
    reason: 'other',
    outcome: 'Trop de pluie, enrobé impossible',
    note: 'La pluie n’a pas permis d’intervenir. L’équipe repassera par temps sec.',
  },
];
