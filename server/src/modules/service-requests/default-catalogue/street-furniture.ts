import { group } from './entry.ts';

export const streetFurniture = group(
  'Mobilier et signalisation',
  {
    fr: 'Un agent vérifie sur place. Ce qui est dangereux est protégé ou retiré d’abord ; le remplacement suit.',
    plain:
      'Un agent vient voir.\nC’est dangereux ? Il le protège ou l’enlève.\nEnsuite, nous le remplaçons.',
    en: 'Somebody comes to check. What is dangerous is protected or removed first; the replacement follows.',
  },
  [
    {
      code: 'furniture.damaged',
      name: 'Banc, potelet ou mobilier cassé',
      description: 'Banc, barrière, potelet, jardinière ou abri abîmé.',
      keywords:
        'banc, banc cassé, banquette, latte, potelet, poteau, borne, barrière, barriere, jardinière, bac à fleurs, abri, abribus, abri bus, vitre cassée, arceau, arceau vélo, table, rambarde, garde-corps, main courante, mobilier',
      targetDays: 15,
    },
    {
      code: 'signs.road-sign',
      name: 'Panneau manquant ou illisible',
      description: 'Panneau de circulation ou nom de rue arraché, tourné, caché.',
      keywords:
        'panneau, panneau stop, stop, sens interdit, cédez le passage, nom de rue, plaque de rue, panneau tombé, panneau arraché, tourné, caché, illisible, signalisation, miroir, indication, fléchage, limitation, zone 30, direction, disque',
      targetDays: 10,
    },
    {
      code: 'signs.traffic-light',
      name: 'Feu tricolore en panne',
      description: 'Feu éteint, bloqué au rouge ou bouton piéton qui ne répond pas.',
      keywords:
        'feu, feu rouge, feux, feu tricolore, feux tricolores, feu vert, feu en panne, bloqué au rouge, clignotant orange, carrefour, piéton, bouton, bonhomme vert, trop court, sonore, malvoyant, désynchronisé, réglage, éteint, croisement',
      defaultSeverity: 4,
      defaultUrgency: 4,
      targetDays: 1,
    },
    {
      code: 'signs.markings',
      name: 'Marquage au sol effacé',
      description: 'Passage piéton, piste cyclable ou place effacés.',
      keywords:
        'marquage, marquage au sol, passage piéton, passage pieton, passage clouté, zébra, bandes blanches, ligne blanche, peinture, effacé, efface, piste cyclable, bande cyclable, place handicapé, place de parking, flèche, stop au sol, repeindre, dos d’âne, ralentisseur, bus',
      defaultUrgency: 1,
      targetDays: 30,
    },
  ],
);
