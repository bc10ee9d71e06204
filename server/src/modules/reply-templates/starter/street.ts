import { template } from './entry.ts';

/** Roads, signs, street furniture, parking. */
export const street = [
  template({
    title: 'Nid-de-poule : réparation prévue',
    serviceCodes: ['roads.pothole'],
    tags: 'chaussée, trou, réparation, délai',
    subject: 'Réparation de la chaussée',
    body: `
Merci d’avoir signalé un trou dans la chaussée à l’adresse suivante : {lieu}.

Une équipe est passée le constater. Si le trou est dangereux, il est d’abord comblé à froid, ce qui tient quelques mois ; la réparation durable est faite ensuite, par temps sec. Le délai habituel est de {délai}.`,
    deskNote:
      'Demander si un véhicule a été abîmé : dans ce cas, utiliser « Dégât sur un véhicule ».',
  }),
  template({
    title: 'Dégât sur un véhicule : comment demander réparation',
    serviceGroups: ['Voirie'],
    tags: 'sinistre, assurance, pneu, jante, dommage',
    subject: 'Dommage causé par l’état de la voie',
    body: `
Vous nous dites que votre véhicule a été abîmé à cet endroit : {lieu}. Nous en sommes désolés.

Pour demander réparation, écrivez-nous en joignant :
– la date, l’heure et le lieu exact, avec un plan ou une photo ;
– des photos du dégât et de la chaussée ;
– le devis ou la facture de réparation ;
– si vous en avez, un témoignage ou un constat de police.

Votre assureur peut aussi faire cette démarche pour vous. Chaque dossier est examiné par notre assurance, qui vous répond par écrit.`,
    deskNote:
      'Ne jamais reconnaître une responsabilité au téléphone. Orienter vers le service des assurances.',
  }),
  template({
    title: 'Trottoir : mise en sécurité, puis reprise',
    serviceCodes: ['roads.pavement'],
    tags: 'dalle, racine, accessibilité, piéton',
    subject: 'État du trottoir',
    body: `
Merci de nous avoir signalé le trottoir situé à cette adresse : {lieu}.

Nous le mettons d’abord en sécurité (balisage, ou reprise provisoire). La réfection définitive est ensuite inscrite au programme de travaux. Si une personne à mobilité réduite ne peut plus passer, dites-le-nous : nous traitons ces cas en premier.`,
  }),
  template({
    title: 'Plaque ou tampon d’un concessionnaire',
    serviceCodes: ['roads.manhole'],
    tags: 'égout, télécom, gaz, bruit, regard',
    subject: 'Plaque sur la chaussée',
    body: `
La plaque que vous signalez, à cette adresse : {lieu}, appartient à l’exploitant d’un réseau (eau, télécommunications, gaz ou électricité). Nous lui avons demandé de la remettre en état, et nous vérifierons qu’il le fait.

Si la plaque manque ou s’enfonce, éloignez-vous et appelez le 112 : c’est un danger immédiat.`,
  }),
  template({
    title: 'Chantier : dates et contact de l’entreprise',
    serviceCodes: ['roads.works'],
    tags: 'travaux, bruit, déviation, barrières',
    subject: 'Chantier en cours',
    body: `
Un chantier est en cours à cette adresse : {lieu}. Nous avons demandé à l’entreprise de remettre en place les barrières et un passage sûr pour les piétons.

Les dates des travaux et le nom de l’entreprise figurent sur le panneau du chantier et sur l’arrêté affiché sur place.`,
  }),
  template({
    title: 'Marquage au sol : programme annuel',
    serviceCodes: ['signs.markings'],
    tags: 'passage piéton, peinture, stop, cédez le passage',
    subject: 'Marquage au sol',
    body: `
Vous signalez un marquage effacé à cette adresse : {lieu}.

Les passages piétons et les lignes d’arrêt sont repris en premier, car ils protègent. La peinture ne tient que par temps sec et au-dessus de 10 °C : les reprises se font donc d’avril à octobre. Votre signalement est ajouté au programme.`,
  }),
  template({
    title: 'Panneau : remplacement commandé',
    serviceCodes: ['signs.road-sign'],
    tags: 'signalisation, stop, sens interdit, plaque de rue',
    subject: 'Remplacement d’un panneau',
    body: `
Merci d’avoir signalé le panneau à cette adresse : {lieu}.

S’il règle la priorité ou la vitesse, il est remplacé sans attendre, ou remplacé provisoirement. Les autres panneaux sont commandés et posés sous {délai}.`,
  }),
  template({
    title: 'Véhicule laissé sur la voie publique',
    serviceCodes: ['parking.abandoned'],
    tags: 'épave, ventouse, fourrière, stationnement abusif',
    subject: 'Véhicule en stationnement prolongé',
    body: `
Vous signalez un véhicule qui ne bouge plus, à cette adresse : {lieu}.

Un véhicule laissé plus de sept jours au même endroit sur la voie publique est en stationnement abusif (code de la route, article R417-12). Un agent passe le constater une première fois, puis revient au moins sept jours plus tard ; le véhicule peut alors être mis en fourrière. La procédure prend donc plusieurs semaines.`,
    deskNote:
      'Ne pas demander l’identité du propriétaire ; relever seulement le lieu, le modèle et la couleur.',
  }),
  template({
    title: 'Stationnement gênant : qui appeler sur le moment',
    serviceCodes: ['parking.obstructive'],
    tags: 'police municipale, verbalisation, trottoir, livraison',
    subject: 'Stationnement gênant',
    body: `
Vous signalez un stationnement gênant qui se répète à cette adresse : {lieu}.

Nous l’ajoutons aux passages de contrôle. Sur le moment, seule la police peut intervenir : appelez la police municipale, ou le commissariat. Si une sortie de secours est bloquée, appelez le 17.

Quand la gêne revient malgré les contrôles, nous étudions un aménagement.`,
  }),
  template({
    title: 'Banc ou potelet : remplacement',
    serviceCodes: ['furniture.damaged'],
    tags: 'mobilier, borne, barrière, remise en état',
    subject: 'Mobilier urbain abîmé',
    body: `
Merci d’avoir signalé un mobilier abîmé à cette adresse : {lieu}.

Ce qui peut blesser est retiré ou balisé tout de suite. La remise en état est faite sous {délai} quand la pièce est en réserve, et plus tard s’il faut la commander.`,
  }),
];
