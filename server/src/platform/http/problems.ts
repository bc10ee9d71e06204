import { defineProblems } from '../problem/index.ts';

export const httpProblems = defineProblems('http', {
  forgedRequest: {
    status: 403,
    title: {
      fr: 'Cette demande ne vient pas d’une page de Cantonnier',
      en: 'This request does not come from a Cantonnier page',
    },
    detail: {
      fr: 'Rechargez la page, puis recommencez. Un programme doit utiliser un jeton d’API.',
      en: 'Reload the page and try again. A program must use an API token.',
    },
  },
  territoryUnknown: {
    status: 503,
    title: {
      fr: 'Aucun territoire n’est encore installé ici',
      en: 'No territory has been set up here yet',
    },
    detail: {
      fr: 'Lancez « npx cantonnier init » pour installer le vôtre.',
      en: 'Run “npx cantonnier init” to set up yours.',
    },
  },
});
