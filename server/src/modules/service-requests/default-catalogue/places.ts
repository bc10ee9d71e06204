import { choice, group } from './entry.ts';

export const playgrounds = group(
  'Aires de jeux et sports',
  {
    fr: 'Un agent vérifie l’équipement. S’il est dangereux, il est fermé au public jusqu’à sa réparation.',
    plain: 'Un agent vient vérifier.\nC’est dangereux ? Nous fermons, puis nous réparons.',
    en: 'Somebody checks the equipment. If it is dangerous, it is closed to the public until it is repaired.',
  },
  [
    {
      code: 'play.equipment',
      name: 'Jeu d’enfants dangereux ou cassé',
      description: 'Toboggan, balançoire, sol souple ou clôture d’une aire de jeux.',
      keywords:
        'jeu, jeux, aire de jeux, jeux d’enfants, toboggan, tobogan, balançoire, balancoire, tourniquet, bascule, cage à poules, filet, corde, sol souple, tapis, vis, clou, planche, cassé, enfant, bac à sable, portillon',
      defaultSeverity: 3,
      defaultUrgency: 3,
      targetDays: 2,
      questions: [choice('hurt', 'Quelqu’un s’est-il blessé ?', { yes: 'Oui', no: 'Non' })],
    },
    {
      code: 'play.sports',
      name: 'Terrain de sport ou équipement abîmé',
      description: 'But, panier, filet, grillage ou sol d’un terrain en accès libre.',
      keywords:
        'terrain, terrain de foot, foot, city stade, but, cage de but, panier, panier de basket, basket, filet, tennis, skatepark, skate, rampe, agrès, street workout, grillage, piste, pétanque, boulodrome, vestiaire, gymnase',
      targetDays: 10,
    },
  ],
);

export const parking = group(
  'Stationnement et véhicules',
  {
    fr: 'Un agent se rend sur place pour constater. Les suites suivent la procédure que prévoit la loi.',
    plain: 'Un agent vient voir.\nEnsuite, nous faisons ce que la loi demande.',
    en: 'Somebody comes to see. What follows is the procedure that the law provides.',
  },
  [
    {
      code: 'parking.abandoned',
      name: 'Véhicule abandonné',
      description: 'Voiture, scooter, vélo ou trottinette à l’abandon.',
      keywords:
        'voiture abandonnée, véhicule abandonné, voiture ventouse, épave, épaves, carcasse, sans roue, vitre brisée, scooter, moto, vélo abandonné, velo, trottinette, camionnette, caravane, remorque, immatriculation, fourrière, stationné, mois',
      targetDays: 15,
      questions: [
        {
          code: 'vehicle',
          description: 'Type et couleur du véhicule',
          datatypeDescription: 'Sans la plaque : elle n’est pas nécessaire ici.',
        },
      ],
    },
    {
      code: 'parking.obstructive',
      name: 'Stationnement gênant répété',
      description: 'Véhicules sur un trottoir, un passage piéton ou une piste cyclable.',
      keywords:
        'stationnement, stationement, stationnement gênant, garé, gare, mal garé, voiture sur le trottoir, double file, passage piéton, piste cyclable, place handicapé, garage, sortie de garage, bloque, livraison, camion, parking sauvage, pompiers, horodateur, parcmètre',
      targetDays: 10,
      emergencyNotice:
        'Pour un véhicule qui vous bloque en ce moment, appelez la police municipale ou le 17.',
    },
  ],
);

export const publicBuildings = group(
  'Bâtiments publics',
  {
    fr: 'Le service des bâtiments examine la demande avec les responsables du lieu, puis programme les travaux.',
    plain:
      'Nous parlons avec les responsables du bâtiment.\nEnsuite, nous choisissons une date pour les travaux.',
    en: 'The buildings department looks into it with those in charge of the place, then plans the work.',
  },
  [
    {
      code: 'buildings.fault',
      name: 'Bâtiment public dégradé',
      description: 'École, mairie, gymnase ou salle : porte, vitre, toiture, chauffage.',
      keywords:
        'école, ecole, mairie, salle des fêtes, salle, gymnase, crèche, médiathèque, bibliothèque, bâtiment, porte, porte cassée, vitre, fenêtre, toiture, tuile, gouttière, chauffage, radiateur, infiltration, ascenseur, rampe',
      targetDays: 10,
    },
    {
      code: 'buildings.cemetery',
      name: 'Cimetière',
      description: 'Allées, point d’eau, portail ou monument dangereux.',
      keywords:
        'cimetière, cimetiere, tombe, tombes, caveau, concession, allée, portail, arrosoir, point d’eau, monument, stèle, columbarium, fleurs fanées, herbes, horaires, ouverture, carré militaire, jardin du souvenir, mur',
      defaultSeverity: 1,
      targetDays: 15,
    },
  ],
);

export const otherRequests = group(
  'Vie quotidienne',
  {
    fr: 'Votre demande est lue par un agent, qui la confie au bon service.',
    plain: 'Un agent lit votre demande.\nIl la donne au bon service.',
    en: 'Somebody reads your request and gives it to the right department.',
  },
  [
    {
      code: 'life.animal',
      name: 'Animal errant, blessé ou mort',
      description: 'Animal seul, agressif, blessé ou mort sur la voie publique.',
      keywords:
        'animal, animal mort, chien, chien errant, chat, chat mort, chat errant, oiseau, pigeon mort, hérisson, sanglier, errant, blessé, cadavre, écrasé, divaguer, morsure, agressif, fourrière, renard, portée',
      defaultUrgency: 3,
      targetDays: 2,
      emergencyNotice: 'Face à un animal dangereux, restez à distance et appelez le 17.',
    },
    {
      code: 'life.other',
      name: 'Autre demande',
      description:
        'Tout ce qui ne ressemble à aucune autre prestation : nous trouverons qui peut agir.',
      keywords:
        'autre, question, renseignement, information, remerciement, merci, suggestion, idée, proposition, avis, réclamation, plainte, bruit, voisinage, divers, je ne sais pas, aide, problème, contact, rendez-vous',
      defaultSeverity: 1,
      targetDays: 15,
    },
  ],
);
