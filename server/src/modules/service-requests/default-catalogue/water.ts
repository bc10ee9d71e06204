import { choice, group } from './entry.ts';

export const water = group(
  'Eau et assainissement',
  {
    fr: 'Une équipe vérifie sur place d’où vient le problème, puis intervient ou prévient l’exploitant du réseau.',
    plain: 'Une équipe vient voir.\nElle répare, ou elle appelle la société de l’eau.',
    en: 'A crew comes to see where the problem is, then mends it or tells the operator of the network.',
  },
  [
    {
      code: 'water.leak',
      name: 'Fuite d’eau sur la voie publique',
      description: 'Eau qui coule ou jaillit de la chaussée, d’un regard ou d’une borne.',
      keywords:
        'fuite, fuite d’eau, fuite deau, eau qui coule, coule, jaillit, canalisation, tuyau, conduite, rupture, inondation, inondé, geyser, compteur, borne incendie, poteau incendie, bouche incendie, vanne, eau potable, gaspillage',
      defaultSeverity: 3,
      defaultUrgency: 4,
      targetDays: 1,
      questions: [
        choice('flow', 'L’eau coule…', {
          drip: 'En filet',
          stream: 'En continu',
          burst: 'En jaillissant',
        }),
      ],
    },
    {
      code: 'water.drain',
      name: 'Avaloir bouché ou égout qui déborde',
      description: 'L’eau de pluie ou les eaux usées ne s’écoulent plus.',
      keywords:
        'avaloir, avaloir bouché, égout, egout, égouts, bouché, bouchée, grille bouchée, caniveau, caniveaux, flaque, eau stagnante, refoulement, remontée, mauvaise odeur, odeur d’égout, pluie, orage, déborde, eaux usées, fossé',
      defaultUrgency: 3,
      targetDays: 3,
    },
    {
      code: 'water.fountain',
      name: 'Fontaine ou toilettes publiques',
      description: 'Fontaine à sec ou qui fuit, toilettes fermées ou sales.',
      keywords:
        'fontaine, fontaine à boire, borne fontaine, bassin, jet d’eau, robinet, toilettes, toilettes publiques, wc, sanisette, sanitaires, urinoir, bouchées, fermées, porte bloquée, papier, savon, chasse d’eau, brumisateur, point d’eau',
      defaultSeverity: 1,
      targetDays: 7,
    },
  ],
);
