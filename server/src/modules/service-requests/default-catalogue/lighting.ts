import { choice, group } from './entry.ts';

export const lighting = group(
  'Éclairage public',
  {
    fr: 'L’équipe d’éclairage cherche la panne lors de son prochain passage. S’il faut une pièce ou couper le courant, le délai peut être plus long.',
    plain:
      'Une équipe cherche la panne.\nParfois, il faut commander une pièce.\nAlors, c’est plus long.',
    en: 'The lighting crew looks for the fault on its next visit. If a part is needed, or the current must be cut, it may take longer.',
  },
  [
    {
      code: 'lighting.lamp-out',
      name: 'Lampadaire éteint',
      description: 'Un ou plusieurs lampadaires ne s’allument plus la nuit.',
      keywords:
        'lampadaire, lampadère, lampe, lampe éteinte, réverbère, candélabre, ampoule, ampoule grillée, éclairage, éclairage public, eclairage, lumière, lumiere, éteint, eteint, noir, noir complet, sombre, obscurité, luminaire, plus de lumière, grillée, nuit',
      defaultUrgency: 3,
      targetDays: 5,
      questions: [
        { code: 'lamp-number', description: 'Numéro inscrit sur le mât, si vous le voyez' },
        choice('how-many', 'Combien sont éteints ?', {
          one: 'Un seul',
          several: 'Plusieurs',
          street: 'Toute la rue',
        }),
      ],
    },
    {
      code: 'lighting.lamp-on',
      name: 'Éclairage allumé en plein jour ou clignotant',
      description: 'Lampadaire allumé le jour, qui clignote ou éblouit.',
      keywords:
        'allumé, allume le jour, plein jour, en journée, clignote, clignotant, scintille, éblouit, gaspillage, énergie, horloge, horaires, extinction, lampadaire allumé, toute la journée, trop fort, lumière dans la chambre, intermittent, vacille',
      defaultSeverity: 1,
      targetDays: 15,
    },
    {
      code: 'lighting.damaged',
      name: 'Mât, câble ou coffret dangereux',
      description: 'Mât penché ou tombé, câble qui pend, trappe ouverte au pied du lampadaire.',
      keywords:
        'mât, mat penché, poteau, poteau penché, poteau tombé, câble, cable, fil, fils électriques, fil qui pend, trappe ouverte, coffret, armoire électrique, électricité, electrocution, voiture rentrée, choqué, renversé, arraché, boîtier',
      defaultSeverity: 4,
      defaultUrgency: 4,
      targetDays: 1,
      emergencyNotice:
        'Ne touchez pas au câble et éloignez les passants. En cas de danger immédiat, appelez le 18 ou le 112.',
    },
  ],
);
