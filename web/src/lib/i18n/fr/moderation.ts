const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const KINDS: Record<string, string> = {
  name: 'un nom',
  phone: 'un téléphone',
  email: 'un courriel',
  plate: 'une plaque',
  account: 'un compte',
  link: 'un lien',
  iban: 'un IBAN',
  card: 'une carte bancaire',
  'social-security': 'un numéro de sécurité sociale',
  home: 'un domicile',
  birth: 'une date de naissance',
  health: 'la santé de quelqu’un',
  code: 'un code de suivi',
};

export const fr = {
  nav: 'À relire',
  title: 'À relire avant publication',
  lead: 'Ce que les habitants écrivent n’est publié sur la carte qu’une fois relu, sans rien qui désigne une personne.',
  waiting: (count: number, more: boolean) =>
    `${plural(count, 'demande attend', 'demandes attendent')} d’être ${count === 1 ? 'relue' : 'relues'}${more ? ', et d’autres ensuite' : ''}`,
  nothing: 'Tout est relu',
  nothingWhy: 'Les nouveaux textes et photos apparaîtront ici avant d’être publiés.',
  loading: 'Chargement de ce qui attend…',
  why: 'Voici ce que tout le monde pourra lire. Les noms, téléphones, plaques et adresses personnelles sont cachés.',
  text: 'Texte public',
  original: 'Ce que l’habitant a écrit',
  masked: (kinds: readonly string[]) =>
    `Caché par le programme : ${kinds.map((kind) => KINDS[kind] ?? kind).join(', ')}.`,
  nothingMasked: 'Le programme n’a rien trouvé à cacher. Vérifiez qu’on n’y reconnaît personne.',
  hideText: 'Ne montrer aucun texte',
  photo: (rank: number) => `Photo ${rank}`,
  hidePhoto: (rank: number) => `Cacher la photo ${rank}`,
  flagged: 'Signalé par un lecteur',
  flaggedPhoto: 'Photo signalée par un lecteur',
  since: (day: string) => `depuis ${day}`,
  publish: 'Publier',
  edit: 'Corriger',
  hide: 'Cacher',
  save: 'Publier ainsi',
  published: 'Publié.',
  hidden: 'Texte caché.',
  more: 'Voir la suite',
  keys: 'P publie, E corrige, H cache ; J et K passent au suivant et au précédent.',
  open: 'Ouvrir la demande',
};
