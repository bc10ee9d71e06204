import { defineProblems } from '../../platform/problem/index.ts';

export const problems = defineProblems('travel', {
  streetsUnreadable: {
    status: 422,
    title: { fr: 'Ce fichier de rues ne se lit pas', en: 'This file of streets cannot be read' },
    detail: {
      fr: 'Rien n’a été importé : le fichier est incomplet, ou n’est pas un extrait OpenStreetMap au format .osm.pbf. Téléchargez-le de nouveau.',
      en: 'Nothing was imported: the file is incomplete, or is not an OpenStreetMap extract in the .osm.pbf format. Download it again.',
    },
  },
  streetsTooMany: {
    status: 422,
    title: { fr: 'Ce fichier de rues est trop grand', en: 'This file of streets is too large' },
    detail: {
      fr: 'Rien n’a été importé. Chargez d’abord les contours du territoire (« cantonnier import boundaries ») : seules ses rues seront lues.',
      en: 'Nothing was imported. Load the boundaries of the territory first (“cantonnier import boundaries”): only its streets will be read.',
    },
  },
  noStreetHere: {
    status: 422,
    title: { fr: 'Aucune rue de ce territoire', en: 'No street of this territory' },
    detail: {
      fr: 'Rien n’a été importé : ce fichier ne contient aucune rue à l’intérieur ni autour du territoire. Choisissez l’extrait de votre région.',
      en: 'Nothing was imported: this file holds no street inside or around the territory. Choose the extract of your region.',
    },
  },
});
