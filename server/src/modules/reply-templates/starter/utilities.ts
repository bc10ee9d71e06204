import { template } from './entry.ts';

/** Lighting and water. */
export const utilities = [
  template({
    title: 'Lampadaire éteint : tournée de réparation',
    serviceCodes: ['lighting.lamp-out'],
    tags: 'éclairage, panne, lampe, ampoule',
    subject: 'Lampadaire en panne',
    body: `
Merci d’avoir signalé un lampadaire éteint à cette adresse : {lieu}.

Il est inscrit à la prochaine tournée de réparation. Le délai habituel est de {délai} ; il est plus long quand c’est un câble souterrain qui est coupé.`,
    deskNote: 'Demander le numéro collé sur le mât : il évite un passage.',
  }),
  template({
    title: 'Rue entière sans lumière',
    serviceCodes: ['lighting.lamp-out'],
    tags: 'panne générale, armoire, coupure, quartier',
    subject: 'Panne d’éclairage dans votre rue',
    body: `
Plusieurs lampadaires sont éteints dans votre secteur ({lieu}) : la panne vient de l’armoire qui les commande, ou du réseau électrique. Une équipe est prévenue ; ces pannes passent avant les lampes isolées.

Si vos logements sont aussi privés de courant, appelez le dépannage d’Enedis : le numéro figure sur votre facture d’électricité.`,
  }),
  template({
    title: 'Extinction de l’éclairage la nuit',
    serviceGroups: ['Éclairage public'],
    tags: 'extinction nocturne, coupure, économies, biodiversité',
    subject: 'Éclairage public la nuit',
    body: `
À cet endroit ({lieu}), l’éclairage public est éteint une partie de la nuit. Cette décision économise l’énergie et protège les espèces nocturnes ; ce n’est donc pas une panne.

Les horaires sont fixés par un arrêté du maire, affiché en mairie.`,
  }),
  template({
    title: 'Fuite d’eau sur la voie publique',
    serviceCodes: ['water.leak'],
    tags: 'canalisation, eau potable, branchement, compteur',
    subject: 'Fuite d’eau',
    body: `
Merci d’avoir signalé une fuite d’eau à cette adresse : {lieu}. Le service des eaux est prévenu : il localise la fuite, puis creuse pour réparer. La chaussée est refaite ensuite.

Si l’eau coule après votre compteur, la réparation vous revient : fermez le robinet d’arrêt et appelez un plombier.`,
    deskNote: 'Grosse fuite, chaussée qui se creuse : passer l’appel à l’astreinte tout de suite.',
  }),
  template({
    title: 'Avaloir bouché : curage',
    serviceCodes: ['water.drain'],
    tags: 'égout, grille, inondation, odeur, feuilles',
    subject: 'Avaloir bouché',
    body: `
Merci d’avoir signalé un avaloir bouché à cette adresse : {lieu}. Il sera curé sous {délai}, et plus tôt si de fortes pluies sont annoncées.

Si l’eau monte vers les habitations, appelez le 18 ou le 112.`,
  }),
];
