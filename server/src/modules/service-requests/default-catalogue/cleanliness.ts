import { choice, group } from './entry.ts';

export const cleanliness = group(
  'Propreté',
  {
    fr: 'Une équipe de propreté passe lors d’une prochaine tournée.',
    plain: 'Une équipe vient nettoyer.\nElle passe pendant sa tournée.',
    en: 'A cleaning crew comes on one of its next rounds.',
  },
  [
    {
      code: 'cleanliness.dumping',
      name: 'Dépôt sauvage',
      description: 'Encombrants, gravats ou sacs abandonnés sur la voie publique.',
      keywords:
        'dépôt sauvage, depot, décharge, encombrant, encombrants, matelas, canapé, frigo, réfrigérateur, meuble, gravats, gravas, pneus, sacs poubelle, sacs, déchets, ordures, abandonnés, jeté, cartons, télé, amiante',
      targetDays: 4,
      questions: [
        choice('what', 'De quoi s’agit-il surtout ?', {
          furniture: 'Meubles, électroménager',
          rubble: 'Gravats',
          bags: 'Sacs et cartons',
          hazardous: 'Produits dangereux',
        }),
      ],
    },
    {
      code: 'cleanliness.bin',
      name: 'Corbeille pleine ou cassée',
      description: 'Corbeille de rue qui déborde, brûlée ou arrachée.',
      keywords:
        'corbeille, corbeille pleine, poubelle, poubelle de rue, poubelle pleine, déborde, débordante, vider, pleine, cassée, brûlée, arrachée, sac poubelle, papiers, canettes, mégots, cendrier, distributeur de sacs, parc, arrêt',
      defaultSeverity: 1,
      defaultUrgency: 3,
      targetDays: 3,
    },
    {
      code: 'cleanliness.dirty-street',
      name: 'Rue ou trottoir sale',
      description: 'Détritus, déjections, feuilles mortes, verre brisé.',
      keywords:
        'sale, saleté, propreté, nettoyer, nettoyage, balayer, balayage, détritus, papiers, déjections, crotte, crottes de chien, vomi, urine, odeur, feuilles mortes, feuilles, verre, verre brisé, bouteilles, fientes, mégots',
      defaultSeverity: 1,
      targetDays: 5,
    },
    {
      code: 'cleanliness.graffiti',
      name: 'Tag ou affichage sauvage',
      description: 'Inscription ou affiche sur un mur, un mobilier ou un bâtiment public.',
      keywords:
        'tag, tags, taggé, tagué, graffiti, graffitis, grafiti, inscription, injure, insulte, raciste, croix gammée, peinture, bombe, mur, affiche, affichage sauvage, autocollant, autocollants, façade, collage',
      defaultSeverity: 1,
      targetDays: 10,
      questions: [
        choice('offensive', 'Le texte est-il injurieux ou haineux ?', { yes: 'Oui', no: 'Non' }),
      ],
    },
    {
      code: 'cleanliness.collection',
      name: 'Bac ou collecte des déchets',
      description: 'Bac non vidé, cassé ou à remplacer ; conteneur à verre plein.',
      keywords:
        'bac, bac jaune, bac gris, collecte, ramassage, éboueurs, pas ramassé, pas passé, oublié, conteneur, conteneur à verre, colonne à verre, verre, tri, recyclage, couvercle cassé, roue cassée, composteur, ordures ménagères, benne, point d’apport',
      defaultSeverity: 1,
      defaultUrgency: 3,
      targetDays: 4,
    },
  ],
);
