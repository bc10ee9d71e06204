import { defineProblems } from '../../platform/problem/index.ts';

export const problems = defineProblems('places', {
  addressesRefused: {
    status: 422,
    title: { fr: 'Les adresses sont refusées', en: 'Addresses refused' },
    detail: {
      fr: 'Rien n’a été importé. À corriger dans le fichier : {faults}',
      en: 'Nothing was imported. To fix in the file: {faults}',
    },
  },
  impossibleBox: {
    status: 400,
    title: { fr: 'Ce cadre n’existe pas', en: 'No such box' },
    detail: {
      fr: 'Donnez ouest, sud, est, nord en degrés : l’ouest avant l’est, le sud avant le nord, entre −85 et 85 de latitude.',
      en: 'Give west, south, east, north in degrees: west before east, south before north, latitudes from −85 to 85.',
    },
  },
  rangeNotSatisfiable: {
    status: 416,
    title: { fr: 'Cette partie du fichier n’existe pas', en: 'Range not satisfiable' },
  },
});
