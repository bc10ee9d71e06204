import { template } from './entry.ts';

/** Cleanliness, green spaces, playgrounds, daily life. */
export const living = [
  template({
    title: 'Dépôt sauvage : enlèvement et enquête',
    serviceCodes: ['cleanliness.dumping'],
    tags: 'ordures, gravats, encombrants, décharge',
    subject: 'Dépôt sauvage',
    body: `
Merci d’avoir signalé un dépôt à cette adresse : {lieu}.

Un agent recherche d’abord ce qui permet d’en retrouver l’auteur, qui risque une amende. Le dépôt est ensuite enlevé, sous {délai}. Ne le déplacez pas et ne le fouillez pas : il peut contenir des objets coupants ou de l’amiante.`,
  }),
  template({
    title: 'Encombrants : prendre rendez-vous ou aller en déchèterie',
    serviceCodes: ['cleanliness.dumping', 'cleanliness.collection'],
    tags: 'meubles, matelas, électroménager, déchèterie, rendez-vous',
    subject: 'Vos encombrants',
    body: `
Les encombrants (meubles, matelas, gros appareils) ne sont pas ramassés avec les ordures ménagères. Trois solutions :
– la déchèterie, gratuite pour les habitants, avec un justificatif de domicile ;
– l’enlèvement sur rendez-vous, par le service de collecte ;
– pour un appareil que vous remplacez, la reprise par le vendeur.

Ce qui fonctionne encore peut être donné à une ressourcerie.`,
  }),
  template({
    title: 'Bac non collecté',
    serviceCodes: ['cleanliness.collection'],
    tags: 'poubelle, ordures, tri, tournée, jour férié',
    subject: 'Collecte des déchets',
    body: `
Vous nous dites que votre bac n’a pas été vidé, à cette adresse : {lieu}. Le service de collecte est prévenu et reviendra si la rue entière a été oubliée.

Un bac n’est pas vidé quand il est sorti après le passage, quand son couvercle ne ferme pas, ou quand le tri n’est pas le bon : un autocollant l’indique. Les semaines de jour férié, la collecte peut être décalée d’un jour.`,
  }),
  template({
    title: 'Tag sur un bâtiment privé : accord du propriétaire',
    serviceCodes: ['cleanliness.graffiti'],
    purposes: ['answer', 'ask'],
    tags: 'graffiti, façade, effacement, autorisation',
    subject: 'Effacement d’un tag',
    body: `
Vous signalez un tag à cette adresse : {lieu}. Nous effaçons sans attendre ceux qui sont injurieux ou qui se trouvent sur un bâtiment public.

Sur un mur privé, il nous faut l’accord écrit du propriétaire ou de la copropriété. Un modèle d’accord est disponible en mairie ; renvoyez-le-nous en rappelant le numéro de la demande.`,
  }),
  template({
    title: 'Arbre public : visite d’un spécialiste',
    serviceCodes: ['green.tree'],
    tags: 'élagage, branche, abattage, chute, racines',
    subject: 'Arbre signalé',
    body: `
Merci d’avoir signalé un arbre à cette adresse : {lieu}. Un spécialiste vient l’examiner. S’il est dangereux, il est mis en sécurité aussitôt ; sinon, il est taillé à la saison qui convient, le plus souvent de novembre à mars, pour ne pas l’affaiblir ni déranger les oiseaux.

Un arbre n’est abattu que s’il menace de tomber, et il est alors remplacé.`,
  }),
  template({
    title: 'Arbre d’un voisin : ce que dit la loi',
    serviceCodes: ['green.tree'],
    purposes: ['answer', 'reject'],
    tags: 'haie, voisinage, code civil, conciliateur, mitoyen',
    subject: 'Arbre sur un terrain privé',
    body: `
L’arbre que vous signalez est sur un terrain privé : la collectivité ne peut pas y intervenir, sauf danger pour la voie publique.

Entre voisins, le code civil (articles 671 à 673) fixe les distances et permet de demander la coupe des branches qui dépassent. Parlez-en d’abord à votre voisin, puis écrivez-lui. Si rien ne change, un conciliateur de justice peut vous aider gratuitement : la mairie vous donne ses jours de permanence.`,
  }),
  template({
    title: 'Herbes hautes : entretien sans pesticide',
    serviceCodes: ['green.maintenance'],
    tags: 'fauche, tonte, désherbage, fauche tardive',
    subject: 'Entretien des espaces verts',
    body: `
Merci de votre signalement à cette adresse : {lieu}. Depuis 2017, les collectivités n’emploient plus de pesticides dans les rues et les jardins ouverts au public : le désherbage se fait à la main ou à la machine, à tour de rôle.

Là où l’herbe cache la vue d’un carrefour ou gêne le passage, nous intervenons en priorité. Ailleurs, elle est parfois laissée haute exprès, jusqu’à la fin de l’été, pour les insectes et les oiseaux.`,
  }),
  template({
    title: 'Nid de frelons asiatiques',
    serviceCodes: ['green.pests'],
    tags: 'frelon, guêpe, nid, insecte, destruction',
    subject: 'Nid de frelons',
    body: `
Merci de nous avoir signalé un nid à cette adresse : {lieu}. Restez à plus de cinq mètres, ne le touchez pas et ne l’arrosez pas.

Sur un terrain public, nous le faisons détruire. Sur un terrain privé, la destruction est à la charge de l’occupant ou du propriétaire : adressez-vous à une entreprise agréée. Les pompiers n’interviennent que si des personnes sont en danger.`,
  }),
  template({
    title: 'Jeu d’enfants : fermé par précaution',
    serviceCodes: ['play.equipment'],
    tags: 'aire de jeux, balançoire, toboggan, sécurité',
    subject: 'Aire de jeux',
    body: `
Merci d’avoir signalé un jeu abîmé à cette adresse : {lieu}. Un agent le contrôle. S’il y a un risque, le jeu est fermé le jour même, et il ne rouvre qu’après réparation et vérification.`,
  }),
  template({
    title: 'Animal errant, blessé ou mort',
    serviceCodes: ['life.animal'],
    tags: 'chien, chat, fourrière, oiseau, cadavre',
    subject: 'Animal signalé',
    body: `
Merci de nous avoir prévenus. Un animal errant est conduit à la fourrière, où son propriétaire a huit jours ouvrés pour venir le chercher ; il est identifié par sa puce ou son tatouage.

Pour un animal sauvage blessé, appelez un centre de soins de la faune. Un animal mort sur la voie publique est enlevé par nos agents.`,
  }),
  template({
    title: 'Cimetière : concession et entretien',
    serviceCodes: ['buildings.cemetery'],
    tags: 'tombe, concession, renouvellement, sépulture',
    subject: 'Votre demande sur le cimetière',
    body: `
Les allées et les espaces communs du cimetière sont entretenus par nos agents : ils passeront sous {délai}. L’entretien d’une tombe revient à la famille titulaire de la concession.

Pour renouveler une concession ou en connaître la date de fin, adressez-vous au service des cimetières, avec le nom du défunt et, si possible, le numéro de l’emplacement.`,
  }),
];
