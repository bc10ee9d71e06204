import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('service-requests', {
  unknownService: {
    status: 422,
    title: { fr: 'Cette prestation n’est pas proposée', en: 'This service is not offered' },
    detail: {
      fr: 'Aucune prestation proposée n’a le code « {serviceCode} ».',
      en: 'No offered service has the code “{serviceCode}”.',
    },
  },
  answersRefused: {
    status: 422,
    title: { fr: 'Certaines réponses sont à corriger', en: 'Some answers need fixing' },
  },
  contactIncomplete: {
    status: 422,
    title: {
      fr: 'Il manque de quoi répondre comme vous le souhaitez',
      en: 'We cannot answer the way you ask',
    },
  },
  placeMissing: {
    status: 422,
    title: { fr: 'Le lieu manque', en: 'The place is missing' },
    detail: {
      fr: 'Indiquez le lieu sur la carte, ou donnez une adresse.',
      en: 'Show the place on the map, or give an address.',
    },
  },
  outsideTerritory: {
    status: 422,
    title: { fr: 'Ce lieu est en dehors du territoire', en: 'This place is outside the territory' },
  },
  illegalMove: {
    status: 409,
    title: {
      fr: 'L’état de la demande ne permet pas cela',
      en: 'The request’s state forbids this',
    },
    detail: {
      fr: 'La demande {code} est « {status} » : {why}',
      en: 'Request {code} is “{status}”: {why}',
    },
  },
  unknownOrganization: {
    status: 422,
    title: { fr: 'Cet organisme n’existe pas ici', en: 'This organization does not exist here' },
  },
  sameOrganization: {
    status: 422,
    title: { fr: 'La demande est déjà chez cet organisme', en: 'This organization has it already' },
  },
  unknownTrackingCode: {
    status: 404,
    title: { fr: 'Aucune demande ne porte ce code', en: 'No request has this code' },
    detail: {
      fr: 'Vérifiez le code : huit lettres et chiffres, par exemple K7QM-2X9D.',
      en: 'Check the code: eight letters and digits, for example K7QM-2X9D.',
    },
  },
  unsoundCatalogue: {
    status: 422,
    title: { fr: 'Ce catalogue contient des erreurs', en: 'This catalogue has errors' },
  },
  unsoundImport: {
    status: 422,
    title: { fr: 'Cet import contient des erreurs', en: 'This import has errors' },
  },
});
