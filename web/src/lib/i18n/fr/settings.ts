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
};
