export const fr = {
  title: 'Suivre une rue, un parc ou une commune',
  lead: 'Sachez ce qui est signalé, prévu et terminé près de chez vous : par message, ou par flux.',
  search: 'Nom de la rue, du parc ou de la commune',
  searchHint: 'Par exemple : rue des Lilas, ou : parc du Lavoir.',
  searchButton: 'Chercher',
  results: (count: number) => (count === 1 ? 'Un lieu trouvé' : `${count} lieux trouvés`),
  nothing: (words: string) =>
    `Aucun lieu trouvé pour « ${words} ». Essayez le nom seul, sans numéro.`,
  kinds: { street: 'Rue', park: 'Parc', commune: 'Commune' },
  all: 'Tout ce qui est signalé',
  area: {
    news: 'Les dernières nouvelles',
    none: 'Rien de récent ici.',
    message: 'Être prévenu par message',
    messageLead:
      'Un seul message pour toutes les nouvelles. Quand rien ne se passe, nous n’écrivons pas.',
    address: 'Adresse électronique ou numéro de mobile',
    addressHint: 'Un message vous demandera de confirmer. Vous pourrez arrêter d’un clic.',
    frequency: 'À quel rythme',
    frequencies: {
      daily: 'Chaque matin',
      weekly: 'Chaque lundi matin',
      immediate: 'Aussitôt',
    },
    plain: 'En français facile à lire et à comprendre (FALC)',
    follow: 'Suivre',
    missing: 'Donnez une adresse électronique ou un numéro de mobile.',
    wrong: 'Nous ne pouvons pas écrire à cette adresse. Vérifiez-la.',
    asked: 'Encore un geste : confirmez',
    askedNext:
      'Nous venons de vous écrire. Ouvrez le lien du message : rien d’autre ne partira avant.',
    another: 'Suivre un autre lieu',
  },
  subscription: {
    title: 'Votre abonnement',
    confirmed: 'C’est confirmé : nous vous tiendrons au courant.',
    change: 'Changer le rythme',
    changed: 'Le rythme est changé.',
    stop: 'Ne plus recevoir ces messages',
    see: 'Voir ce qui se passe ici',
  },
  request: {
    title: 'Suivre cette demande',
    lead: 'Nous vous écrirons à chaque étape, et pour rien d’autre.',
    around: 'Suivre ce qui se passe autour',
  },
  feeds: {
    title: 'Suivre sans donner d’adresse',
    lead: 'Copiez l’une de ces adresses dans votre lecteur de flux ou votre agenda : il se tient à jour tout seul.',
    secret:
      'Ces adresses contiennent votre code de suivi : ne les donnez qu’à un programme de confiance. Ni vos mots ni nos réponses n’y figurent.',
    atom: 'Flux Atom',
    json: 'JSON Feed',
    ics: 'Agenda des interventions prévues (iCalendar)',
  },
};
