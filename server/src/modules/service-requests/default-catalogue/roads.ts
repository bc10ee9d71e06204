import { choice, group } from './entry.ts';

export const roads = group(
  'Voirie',
  {
    fr: 'Un agent évalue sur place ce qui est à faire, et protège l’endroit s’il est dangereux. La réparation est ensuite programmée, selon la gravité.',
    plain:
      'Un agent vient voir.\nC’est dangereux ? Il met une protection.\nEnsuite, nous choisissons une date pour réparer.',
    en: 'Somebody comes to see what is to be done, and makes the place safe if it is dangerous. The repair is then planned, the most serious first.',
  },
  [
    {
      code: 'roads.pothole',
      name: 'Trou ou nid-de-poule',
      description: 'La chaussée est creusée, fissurée ou affaissée.',
      keywords:
        'nid de poule, nid-de-poule, nids de poule, nid de poul, trou, trou dans la route, crevasse, chaussée, chaussee abimée, goudron, bitume, enrobé, affaissement, affaissé, route défoncée, route abimée, fissure, ornière, pneu crevé, jante, secousse',
      defaultSeverity: 3,
      targetDays: 7,
      questions: [
        choice('size', 'Quelle est sa taille ?', {
          hand: 'Une main',
          plate: 'Une assiette',
          table: 'Plus grand',
        }),
        choice('where', 'Où est-il ?', {
          carriageway: 'Sur la chaussée',
          cycleway: 'Sur une piste cyclable',
          crossing: 'Sur un passage piéton',
        }),
      ],
    },
    {
      code: 'roads.pavement',
      name: 'Trottoir abîmé',
      description: 'Dalle descellée, bordure cassée, revêtement dangereux pour les piétons.',
      keywords:
        'trottoir, trotoir, trottoire, dalle, dalle descellée, pavé, pavés, bordure, bordure cassée, fauteuil roulant, poussette, canne, chute, tomber, trébucher, racine, bateau, revêtement, piéton, passage, mal voyant, accessibilité',
      targetDays: 15,
    },
    {
      code: 'roads.manhole',
      name: 'Plaque ou grille cassée, bruyante ou manquante',
      description: 'Plaque d’égout, regard ou grille d’avaloir sur la chaussée ou le trottoir.',
      keywords:
        'plaque, plaque d’égout, plaque egout, regard, tampon, bouche, bouche d’égout, couvercle, grille, avaloir, plaque qui bouge, bruit, claque, claquement, manquante, ouverte, enfoncée, égout, télécom',
      defaultSeverity: 3,
      defaultUrgency: 3,
      targetDays: 3,
      emergencyNotice:
        'Une plaque manquante est un danger immédiat : si vous le pouvez, éloignez les passants et appelez le 18 ou le 112.',
    },
    {
      code: 'roads.obstacle',
      name: 'Obstacle ou danger sur la chaussée',
      description: 'Objet, boue, gravillons, huile ou branche qui gêne la circulation.',
      keywords:
        'obstacle, danger, chaussée, huile, gasoil, boue, gravier, gravillons, branche, pierre, éboulement, objet, route bloquée, barrière tombée, verglas, neige, sel, glissant, dérapage, accident',
      defaultSeverity: 4,
      defaultUrgency: 4,
      targetDays: 1,
      emergencyNotice: 'En cas d’accident ou de danger immédiat, appelez le 112.',
    },
    {
      code: 'roads.works',
      name: 'Chantier gênant ou mal protégé',
      description: 'Barrières tombées, tranchée mal refermée, déviation incompréhensible.',
      keywords:
        'chantier, travaux, tranchée, trancher, barrière, barrières, déviation, engin, tractopelle, poussière, bruit de chantier, plaque de tôle, ouvrage, palissade, fouille, fibre, gaz, clôture, cheminement, piéton',
      targetDays: 5,
    },
  ],
);
