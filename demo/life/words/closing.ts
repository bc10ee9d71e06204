import type { DemonstrationWorkOrder, RejectionReason } from '../../types.ts';

export const PRIVATE_ROAD =
  'Cette voie est privée : son entretien revient à ses propriétaires. Nous leur avons écrit.';
export const NATIONAL_ROAD =
  'La route nationale est entretenue par l’État. Votre signalement a été transmis à la direction interdépartementale des routes.';

/** Why a request gets no visit, as the resident reads it. */
export const REFUSALS: Readonly<Record<RejectionReason, readonly string[]>> = {
  'not-competent': [
    'L’équipement appartient à un bailleur social, que nous avons prévenu. Vous pouvez le joindre au numéro affiché dans votre hall.',
    'Le réseau concerné est celui d’un opérateur privé ; votre signalement lui a été transmis.',
  ],
  'not-found': [
    'Notre équipe est passée à deux reprises sans rien trouver à l’endroit indiqué. N’hésitez pas à refaire un signalement avec une photo.',
    'Le problème avait disparu à notre passage. Merci de votre vigilance.',
    'L’adresse ne nous a pas permis de trouver l’endroit, et nous n’avons pas pu vous joindre.',
  ],
  duplicate: [
    'Ce problème nous a déjà été signalé. Votre demande rejoint celle qui est en cours, et vous serez prévenu de la suite.',
    'Merci : un autre habitant nous a prévenus du même problème. Les deux demandes sont suivies ensemble.',
    'Une demande est déjà ouverte pour ce lieu. Votre message y a été ajouté et l’équipe en est informée.',
  ],
  'out-of-scope': [
    'Votre demande concerne un différend de voisinage, où la collectivité ne peut intervenir. Le conciliateur de justice vous reçoit gratuitement en mairie.',
    'L’aménagement demandé n’est pas prévu par le plan de circulation. Il pourra être proposé au prochain budget participatif.',
    'Ce que vous décrivez se trouve sur un terrain privé, où nos équipes ne peuvent intervenir.',
  ],
  other: ['La demande a été retirée par son auteur.'],
};

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
