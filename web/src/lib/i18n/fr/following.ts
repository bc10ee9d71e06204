export const fr = {
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
