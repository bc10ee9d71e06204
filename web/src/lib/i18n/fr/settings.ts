export const fr = {
  priorities: {
    title: 'Priorités',
    lead: 'La gravité, l’urgence et l’exposition donnent la priorité de chaque demande. Ni le canal, ni le ton, ni la personne qui demande n’y changent rien.',
    grid: 'La grille',
    gridHint:
      'Une grille par niveau d’exposition. Plus grave, plus urgent ou plus exposé ne peut jamais attendre plus longtemps.',
    layers: {
      0: 'Exposition 0 : peu de passage',
      1: 'Exposition 1 : du passage',
      2: 'Exposition 2 : un public fragile, ou beaucoup de monde',
      3: 'Exposition 3 : les deux',
    } as Record<number, string>,
    corner: 'Gravité, puis urgence',
    cell: (severity: string, urgency: string, exposure: number) =>
      `${severity}, ${urgency.toLowerCase()}, exposition ${exposure}`,
    weights: 'Ce qui expose une demande',
    weightsHint:
      'L’exposition est la somme des points, trois au plus. Aucun texte ne fixe ces chiffres : ils sont votre choix, et la raison affichée sur chaque demande les suit.',
    kinds: {
      school: 'École, crèche, collège, lycée',
      care: 'Hôpital, clinique, maison de retraite',
      market: 'Marché',
      playground: 'Aire de jeux',
      stop: 'Arrêt, gare',
      'main-road': 'Route principale',
      residents: 'Plusieurs habitants',
      'many-residents': 'Beaucoup d’habitants',
      reopened: 'Demande rouverte',
    },
    points: 'Points',
    pointsOf: (count: number) =>
      count === 0 ? 'ne compte pas' : count === 1 ? '1 point' : `${count} points`,
    metres: 'Jusqu’à (mètres)',
    residents: 'À partir de (habitants)',
    save: 'Enregistrer les priorités',
    saved:
      'Priorités enregistrées. Les demandes ouvertes sont reclassées ; ce qui les expose est revu en quelques minutes.',
  },
  publication: {
    title: 'Publication',
    lead: 'Ce que tout le monde peut lire des demandes. Noms, téléphones, adresses électroniques et plaques sont masqués dans tous les cas.',
    words: 'Les textes et les photos',
    text: 'Le texte des demandes',
    photos: 'Les photos',
    policies: {
      off: 'Ne jamais publier',
      moderated: 'Publier après relecture',
      'at-once': 'Publier tout de suite, masqué',
    },
    policyHints: {
      off: 'La carte montre le sujet et le lieu, rien de plus.',
      moderated: 'Une personne relit d’abord, dans « À relire ».',
      'at-once':
        'Personne ne relit avant. Un lecteur peut signaler un contenu, qui est alors retiré jusqu’à relecture.',
    },
    days: 'Après la clôture, garder sur la carte (jours)',
    services: 'Prestations à part',
    servicesHint:
      'Les autres prestations suivent la règle générale. Les demandes dont le sujet reste à préciser ne sont jamais montrées.',
    service: 'Prestation',
    shown: 'Sur la carte',
    yes: 'Montrée',
    no: 'Jamais montrée',
    ownDays: 'Jours après la clôture',
    ownDaysHint: 'Vide : comme les autres.',
    add: 'Ajouter une prestation',
    remove: 'Retirer',
    removeOne: (rank: number) => `Retirer la prestation ${rank}`,
    save: 'Enregistrer la publication',
    saved: 'Publication réglée : la carte publique suit dans la minute.',
  },
  holdings: {
    title: 'Voies et propriétaires',
    lead: 'De quelle classe est chaque voie, à qui sont les voies et les équipements. Les règles de compétence s’en servent ; ce qui est dit ici passe avant la carte.',
    fileTitle: 'Importer un fichier',
    file: 'Fichier CSV ou GeoJSON',
    fileHint:
      '15 Mo au plus. Une seule erreur, et rien n’est importé : chacune est montrée avec sa ligne.',
    fileMissing: 'Choisissez un fichier.',
    check: 'Voir ce qui changerait',
    checked: ({ added, changed, removed, kept, communeNames }: Previewed) =>
      [
        `Ce fichier parle de ${aFew(communeNames)}. Rien n’est encore changé.`,
        added + changed + removed === 0
          ? 'Il ne changerait rien.'
          : `Retraits : ${removed} ; changements : ${changed} ; ajouts : ${added}.`,
        kept > 0 ? `Corrections à la main gardées : ${kept}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    changes: 'Ce que le fichier changerait',
    change: 'Changement',
    before: 'Avant',
    after: 'Après',
    kinds: { added: 'ajout', changed: 'changement', removed: 'retrait' },
    ownedBy: (owner: string) => `propriétaire : ${owner}`,
    otherChanges: (count: number) =>
      count === 1 ? 'Et un autre changement.' : `Et ${count} autres changements.`,
    import: 'Importer',
    refused: 'Fichier refusé, rien n’a été importé',
    fault: (line: number, reason: string) => `Ligne ${line} : ${reason}`,
    imported: ({ streets, assets, added, changed, removed, kept }: Imported) =>
      [
        `Fichier importé. Lus : ${streets} ${streets < 2 ? 'voie' : 'voies'}, ${assets} ${assets < 2 ? 'équipement' : 'équipements'}.`,
        `Ajouts : ${added} ; changements : ${changed} ; retraits : ${removed}.`,
        kept > 0 ? `Corrections à la main gardées : ${kept}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    shape: 'Ce que le fichier doit contenir',
    table:
      'Un tableau CSV (UTF-8) dont la première ligne nomme les colonnes. Une voie se donne par son nom, comme dans la base adresse ; un équipement par un point. Une case vide laisse ce que dit la carte.',
    sample:
      'commune;voie;equipement;classe;numero;agglomeration;proprietaire;long;lat\n34057;Avenue de la Gare;;départementale;D 12;oui;Hérault;;\n34057;;Gymnase Coubertin;;;;34057;3.9012;43.6341',
    geojson:
      'Ou du GeoJSON (WGS 84), avec les mêmes noms de propriétés : une ligne est une voie, un point ou une surface est un équipement. C’est la forme qui convient à une rue dont une partie seulement est départementale.',
    replaces:
      'Un fichier remplace ce qui était importé dans les communes qu’il nomme : les voies s’il a des voies, les équipements s’il a des équipements. Ce qu’une personne a corrigé reste.',
    list: 'Ce que la ville dit',
    search: 'Chercher un nom',
    name: 'Voie ou équipement',
    nameless: 'Sans nom',
    roadClass: 'Classe',
    roadNumber: 'Numéro de la voie',
    roadNumberHint: 'Par exemple : D 12.',
    owner: 'Propriétaire',
    others: [
      { code: 'État', label: 'État' },
      { code: 'Privé', label: 'Propriétaire privé' },
    ],
    from: 'D’où',
    byHand: 'écrit à la main',
    fromName: 'fichier, par son nom',
    fromShape: 'fichier, par son tracé',
    asset: 'équipement',
    asTheMap: 'Comme le dit la carte',
    more: 'Afficher la suite',
    none: 'Rien n’est dit encore',
    noneWhy: 'Importez un fichier, ou ajoutez une voie : sans cela, seule la carte est lue.',
    noneFound: 'Aucune voie, aucun équipement de ce nom',
    noneFoundWhy: 'Essayez une partie du nom, ou ajoutez la voie à la main.',
    add: 'Ajouter une voie ou un parc',
    addLead: 'Pour dire d’une rue ou d’un parc ce que la carte ne dit pas, ou dit mal.',
    added: 'Ajouté.',
    area: 'Rue ou parc',
    areas: 'Rues et parcs',
    areaHint: 'Tapez le début du nom, puis choisissez dans la liste.',
    areaMissing: 'Choisissez une rue ou un parc de la liste.',
    correct: 'Corriger',
    correctTitle: (name: string) => `Corriger « ${name} »`,
    correctLead: 'La correction vaut tout de suite, et le prochain fichier la laisse.',
    corrected: 'Correction enregistrée.',
    nothingSaid: 'Donnez au moins une classe, un numéro ou un propriétaire.',
    remove: 'Retirer',
    removeTitle: (name: string) => `Retirer « ${name} »`,
    removeLead:
      'La carte vaut de nouveau, ou le prochain fichier. Le journal garde ce qui était dit.',
    removed: 'Retiré.',
    whyHint: 'Délibération, acte, erreur du fichier… Gardé au journal.',
  },
};

interface Imported {
  streets: number;
  assets: number;
  added: number;
  changed: number;
  removed: number;
  kept: number;
}

type Previewed = Imported & { communeNames: string[] };

const aFew = (communeNames: string[]) =>
  communeNames.length > 4 ? `${communeNames.length} communes` : communeNames.join(', ');
