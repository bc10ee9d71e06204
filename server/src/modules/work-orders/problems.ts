import { defineProblems } from '../../platform/problem/index.ts';

export const problems = defineProblems('work-orders', {
  misplacedStep: {
    status: 409,
    title: { fr: 'Cette étape n’est pas possible maintenant', en: 'This step has no place now' },
    detail: {
      fr: 'L’intervention {number} est {state}.',
      en: 'Work order {number} is {state}.',
    },
  },
  alreadyEnded: {
    status: 409,
    title: { fr: 'Cette intervention a déjà été close', en: 'This work order has already ended' },
    detail: {
      fr: 'L’intervention {number} a été déclarée {state} {when} par {who}. {photos}',
      en: 'Work order {number} was declared {state} {when} by {who}. {photos}',
    },
  },
  requestNotOpen: {
    status: 409,
    title: { fr: 'Cette demande est close', en: 'This request is closed' },
    detail: {
      fr: 'La demande {code} n’attend plus d’intervention. Rouvrez-la d’abord.',
      en: 'Request {code} expects no more work. Reopen it first.',
    },
  },
  alreadyPlanned: {
    status: 409,
    title: { fr: 'Une intervention est déjà prévue', en: 'Work is already planned' },
    detail: {
      fr: 'L’intervention {number} répond déjà à cette demande. Déplacez-la, ou annulez-la d’abord.',
      en: 'Work order {number} already answers this request. Move it, or cancel it first.',
    },
  },
  foreignRequest: {
    status: 422,
    title: { fr: 'Cette demande n’est pas celle de l’équipe', en: 'Not this crew’s request' },
    detail: {
      fr: 'La demande {code} ne relève pas de la collectivité de l’équipe. Transférez-la d’abord.',
      en: 'Request {code} does not belong to the crew’s organization. Transfer it first.',
    },
  },
  unknownCrew: {
    status: 422,
    title: { fr: 'Cette équipe n’existe pas', en: 'No such crew' },
    detail: { fr: 'Choisissez une équipe de la liste.', en: 'Choose a crew from the list.' },
  },
  unknownRequest: {
    status: 422,
    title: { fr: 'Cette demande n’existe pas', en: 'No such request' },
    detail: { fr: 'Ouvrez la demande, puis recommencez.', en: 'Open the request and try again.' },
  },
  foreignCrew: {
    status: 422,
    title: {
      fr: 'Cette équipe est d’une autre collectivité',
      en: 'A crew of another organization',
    },
    detail: {
      fr: 'Une intervention ne passe pas d’une collectivité à l’autre. Annulez-la, puis transférez la demande.',
      en: 'Work does not move between organizations. Cancel it, then transfer the request.',
    },
  },
  incomplete: {
    status: 422,
    title: { fr: 'Il manque de quoi trouver l’endroit', en: 'Not enough to find the place' },
    detail: {
      fr: 'Sans demande, donnez un titre, et une adresse ou un point sur la carte.',
      en: 'Without a request, give a title, and an address or a point on the map.',
    },
  },
  noCrew: {
    status: 404,
    title: { fr: 'Vous ne faites partie d’aucune équipe', en: 'You belong to no crew' },
    detail: {
      fr: 'Demandez à votre responsable de vous ajouter à une équipe.',
      en: 'Ask your manager to add you to a crew.',
    },
  },
});
