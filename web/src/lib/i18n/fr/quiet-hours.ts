export const fr = {
  title: 'Heures calmes',
  lead: 'Quand les téléphones des habitants ne sonnent pas : les SMS et les nouvelles d’une rue, d’un parc ou d’une commune attendent. Un courriel sur une demande part toujours aussitôt.',
  from: 'De',
  to: 'À',
  hint: 'Heure de Paris. Deux heures égales : aucune heure calme.',
  sundays: 'Toute la journée aussi, les dimanches et les jours fériés',
  save: 'Enregistrer les heures calmes',
  saved: 'Les heures calmes sont enregistrées. Ce qui attendait déjà part à l’heure prévue.',
};
