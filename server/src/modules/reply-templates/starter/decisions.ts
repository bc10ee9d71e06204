import { template } from './entry.ts';

/** For any service: what cannot be done, and what is missing to do it. */
export const decisions = [
  template({
    title: 'Rien trouvé sur place',
    purposes: ['reject', 'answer'],
    tags: 'introuvable, pas vu, constat',
    subject: 'Nous n’avons rien trouvé',
    body: `
Un agent s’est rendu à cette adresse : {lieu}, et n’a pas retrouvé ce que vous décriviez. Peut-être est-ce déjà réparé, ou le lieu est-il un peu différent.

Si le problème est toujours là, répondez-nous avec une photo ou un repère (numéro de rue, arrêt de bus, commerce) : nous reviendrons.`,
  }),
  template({
    title: 'Terrain ou bien privé',
    purposes: ['reject'],
    tags: 'propriété, copropriété, bailleur, lotissement',
    subject: 'Une question qui relève du propriétaire',
    body: `
Ce que vous signalez se trouve sur une propriété privée ({lieu}). La collectivité n’a pas le droit d’y intervenir.

Adressez-vous au propriétaire, au syndic de la copropriété ou au bailleur. Si la sécurité ou la santé des personnes est en jeu et qu’il ne fait rien, écrivez-nous de nouveau : le maire peut alors l’obliger à agir.`,
  }),
  template({
    title: 'Déjà signalé : même problème, une seule intervention',
    purposes: ['reject', 'answer'],
    tags: 'doublon, autre demande',
    subject: 'Un problème déjà signalé',
    body: `
Le problème que vous signalez à cette adresse : {lieu} nous est déjà connu. Votre demande rejoint la première : vous serez prévenu en même temps que les autres habitants.`,
  }),
  template({
    title: 'Préciser le lieu',
    purposes: ['ask'],
    tags: 'adresse, endroit, repère, question',
    subject: 'Il nous manque le lieu exact',
    body: `
Nous avons bien reçu votre demande « {service} », mais nous ne trouvons pas l’endroit exact. Pouvez-vous nous donner le numéro de la rue le plus proche, ou un repère (arrêt de bus, commerce, école) ?

Répondez à ce message, ou complétez votre demande ici : {lien_suivi}`,
  }),
  template({
    title: 'Envoyer une photo',
    purposes: ['ask'],
    tags: 'image, question, précision',
    subject: 'Une photo nous aiderait',
    body: `
Pour envoyer tout de suite la bonne équipe avec le bon matériel, il nous faudrait une photo de ce que vous signalez à cette adresse : {lieu}. Évitez les visages et les plaques d’immatriculation.

Vous pouvez l’ajouter ici : {lien_suivi}. Sans photo, un agent passera voir sur place ; cela prend seulement un peu plus de temps.`,
  }),
  template({
    title: 'Remerciement, et suite prévue',
    tags: 'merci, prise en charge, programme',
    subject: 'Suite donnée à votre demande',
    body: `
Merci de votre signalement « {service} », reçu le {date_réception}. Nous l’avons inscrit à notre programme.

Vous pouvez suivre ce qu’il devient, sans mot de passe, à cette adresse : {lien_suivi}`,
  }),
];
