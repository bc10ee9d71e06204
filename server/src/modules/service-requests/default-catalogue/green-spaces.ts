import { choice, group } from './entry.ts';

export const greenSpaces = group(
  'Espaces verts',
  {
    fr: 'Un agent des espaces verts vient voir sur place. Ce qui n’est pas dangereux est fait à la bonne saison.',
    plain:
      'Un agent vient voir.\nC’est dangereux ? Nous le faisons vite.\nSinon, nous attendons la bonne saison.',
    en: 'Somebody from parks and gardens comes to see. What is not dangerous is done in the right season.',
  },
  [
    {
      code: 'green.tree',
      name: 'Arbre ou branche dangereuse',
      description: 'Arbre penché, branche cassée ou qui touche un câble ou une façade.',
      keywords:
        'arbre, arbres, branche, branche cassée, branche qui tombe, tronc, souche, arbre penché, arbre tombé, arbre mort, élagage, elagage, élaguer, tempête, platane, racines, gêne la vue, cache le feu, touche la façade, menace',
      defaultSeverity: 3,
      defaultUrgency: 3,
      targetDays: 5,
      emergencyNotice:
        'Si l’arbre menace de tomber ou touche une ligne électrique, restez à distance et appelez le 18 ou le 112.',
      questions: [
        choice('state', 'Que voyez-vous ?', {
          broken: 'Une branche cassée',
          leaning: 'Un arbre penché ou tombé',
          dead: 'Un arbre mort',
          overgrown: 'Des branches trop longues',
        }),
      ],
    },
    {
      code: 'green.maintenance',
      name: 'Herbes hautes, haie ou massif à entretenir',
      description: 'Entretien d’un parc, d’un square ou d’un bord de rue.',
      keywords:
        'herbe, herbes, herbes hautes, mauvaises herbes, tonte, tondre, pelouse, gazon, haie, tailler, taille, massif, fleurs, plantes, ronces, buisson, désherber, désherbage, débroussailler, talus, parc mal entretenu, square',
      defaultSeverity: 1,
      defaultUrgency: 1,
      targetDays: 20,
    },
    {
      code: 'green.pests',
      name: 'Chenilles, nid de frelons ou nuisibles',
      description: 'Chenilles processionnaires, frelons asiatiques, rats, ambroisie.',
      keywords:
        'chenille, chenilles, processionnaires, frelon, frelons, frelon asiatique, nid de frelons, guêpes, essaim, abeilles, rat, rats, souris, cafards, moustiques, punaises, ambroisie, dératisation, nuisible, pigeons',
      defaultUrgency: 3,
      targetDays: 5,
      emergencyNotice:
        'N’approchez pas d’un nid. En cas de piqûres multiples ou de malaise, appelez le 15.',
    },
  ],
);
