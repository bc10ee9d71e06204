export const fr = {
  productName: 'Cantonnier',
  skipToContent: 'Aller au contenu',
  breadcrumb: 'Fil d’Ariane',
  home: 'Accueil',
  required: 'obligatoire',
  optional: 'facultatif',
  close: 'Fermer',
  loading: 'Chargement en cours…',
  loadingSlow: 'C’est plus long que d’habitude. Nous attendons toujours la réponse.',
  retry: 'Réessayer',
  pagination: 'Pages de résultats',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  found: (count: number) =>
    count > 1
      ? `${count} propositions. Flèches puis Entrée pour choisir.`
      : '1 proposition. Entrée pour la choisir.',
  severity: {
    info: 'Information',
    success: 'C’est fait',
    warning: 'Attention',
    error: 'Erreur',
  },
  errors: {
    title: 'Cela n’a pas fonctionné',
    notFoundTitle: 'Page introuvable',
    requestId: (id: string) => `Si vous nous appelez, donnez cette référence : ${id}.`,
    badRequest: 'Votre demande n’a pas pu être comprise. Vérifiez les informations saisies.',
    unauthorized: 'Vous n’êtes pas connecté. Connectez-vous, puis recommencez.',
    forbidden: 'Vous n’avez pas le droit de voir ou de faire cela.',
    notFound: 'Cette page n’existe pas, ou n’existe plus.',
    conflict:
      'Quelqu’un a modifié ces informations entre-temps. Rechargez la page, puis recommencez.',
    tooLarge: 'Votre envoi est trop volumineux. Réduisez la taille des photos ou leur nombre.',
    tooMany: 'Trop de demandes en peu de temps. Attendez une minute, puis recommencez.',
    unavailable: 'Le service est momentanément indisponible. Réessayez dans quelques minutes.',
    unexpected: 'Une erreur est survenue de notre côté. Réessayez dans quelques minutes.',
    network: 'Pas de connexion. Vérifiez votre réseau, puis recommencez.',
  },
};
