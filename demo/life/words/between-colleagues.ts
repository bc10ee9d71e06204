/** Why a request changes hands, as colleagues write it to each other. */
export const TRANSFERS = {
  toDepartment:
    'D’après le plan de domanialité, ce tronçon est une route départementale : la demande vous revient.',
  conventionSays:
    'La convention de 2024 confie cette partie à la métropole. Nous n’avons plus d’équipe dessus.',
  toMetropole:
    'Le dépôt vient d’un point d’apport volontaire : la collecte est à la métropole. Merci de prendre la suite.',
  notOurs:
    'Notre équipe est passée : cela se trouve sur le trottoir, hors du point d’apport. C’est de la propreté de rue.',
  decided:
    'Vu avec les deux services : la commune s’en charge cette fois. Nous préciserons la règle en réunion mensuelle.',
  toRoadOwner: 'Route départementale hors agglomération : transmis au centre routier du Val.',
  notOurPipe:
    'Ce réseau n’est pas dans notre inventaire : sans doute celui de l’ancienne usine. À vérifier avec la voirie.',
};

/** What a resident is asked when something is missing, and what some answer. */
export const QUESTIONS: readonly { message: string; answer?: string }[] = [
  {
    message:
      'Bonjour, nous avons bien reçu votre demande, mais nous ne trouvons pas l’endroit exact. Quel est le numéro de rue le plus proche ?',
  },
  {
    message:
      'Bonjour, pouvez-vous nous envoyer une photo ? Elle nous aidera à envoyer la bonne équipe avec le bon matériel.',
    answer:
      'Bonjour, c’est juste en face de l’arrêt de bus, côté pair. Je ne peux pas prendre de photo, mais on ne peut pas le manquer.',
  },
  {
    message:
      'Bonjour, notre équipe est passée hier sans rien voir. Le problème est-il toujours là, et à quelle heure le constatez-vous ?',
  },
  {
    message:
      'Bonjour, est-ce du côté des numéros pairs ou impairs ? Merci de nous donner un repère : un commerce, une école, un arrêt de bus.',
  },
  {
    message:
      'Bonjour, à quel moment de la journée pouvons-nous vous rencontrer sur place ? Cela nous éviterait de nous tromper.',
    answer: 'Bonjour, le matin avant 10 h, ou le mercredi toute la journée. Vous pouvez m’appeler.',
  },
];
