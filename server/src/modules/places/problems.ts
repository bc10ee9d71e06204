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
  holdingsRefused: {
    status: 422,
    title: { fr: 'Les voies et propriétaires sont refusés', en: 'Roads and owners refused' },
    detail: {
      fr: 'Rien n’a été importé. À corriger dans le fichier : {faults}',
      en: 'Nothing was imported. To fix in the file: {faults}',
    },
  },
  holdingExists: {
    status: 409,
    title: { fr: 'Cette voie ou cet équipement est déjà dans la liste', en: 'Already in the list' },
    detail: {
      fr: 'Cherchez « {name} » dans la liste et corrigez-le.',
      en: 'Look for “{name}” in the list and correct it.',
    },
  },
  unknownOwner: {
    status: 422,
    title: { fr: 'Ce propriétaire est inconnu', en: 'Unknown owner' },
    detail: {
      fr: 'Donnez un organisme du territoire, un SIREN, un code INSEE, « État » ou « Privé ».',
      en: 'Give an organization of the territory, a SIREN, an INSEE code, “État” or “Privé”.',
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
