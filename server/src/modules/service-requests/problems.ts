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
  merged: {
    status: 409,
    title: { fr: 'Cette demande est jointe à une autre', en: 'This request is joined to another' },
    detail: {
      fr: 'La demande {code} suit celle à laquelle elle est jointe : agissez sur celle-ci, ou séparez-la d’abord.',
      en: 'Request {code} follows the one it is joined to: act on that one, or separate it first.',
    },
  },
  notMerged: {
    status: 409,
    title: {
      fr: 'Cette demande n’est jointe à aucune autre',
      en: 'This request is joined to no other',
    },
  },
  unknownLeader: {
    status: 422,
    title: {
      fr: 'La demande à laquelle joindre celle-ci n’existe pas',
      en: 'The request to join this one to does not exist',
    },
  },
  joinedAlready: {
    status: 409,
    title: {
      fr: 'Ces deux demandes sont déjà jointes',
      en: 'These two requests are joined already',
    },
  },
  leaderClosed: {
    status: 409,
    title: { fr: 'L’autre demande est close', en: 'The other request is closed' },
    detail: {
      fr: 'La demande {code} est close. Si le problème demeure, rouvrez-la, puis joignez celle-ci.',
      en: 'Request {code} is closed. If the problem remains, reopen it, then join this one.',
    },
  },
  leaderElsewhere: {
    status: 409,
    title: {
      fr: 'L’autre demande est chez un autre organisme',
      en: 'Another organization has the other request',
    },
    detail: {
      fr: 'La demande {code} n’est pas chez le même organisme. Transmettez-lui d’abord celle-ci.',
      en: 'Request {code} is with another organization. Transfer this one to it first.',
    },
  },
  groupTooWide: {
    status: 409,
    title: {
      fr: 'Ces demandes sont trop éloignées les unes des autres',
      en: 'These requests are too far apart',
    },
    detail: {
      fr: 'Avec celles déjà jointes à {code}, elles s’étendraient sur {metres} m ; pour cette prestation, {cap} m au plus.',
      en: 'With those joined to {code}, they would span {metres} m; at most {cap} m for this service.',
    },
  },
  groupTooLarge: {
    status: 409,
    title: { fr: 'Trop de demandes sont déjà jointes', en: 'Too many requests are joined already' },
    detail: {
      fr: 'Au plus {limit} demandes peuvent être jointes à {code}.',
      en: 'At most {limit} requests can be joined to {code}.',
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
  refusedAlready: {
    status: 422,
    title: {
      fr: 'Cet organisme a déjà refusé la demande',
      en: 'This organization refused already',
    },
    detail: {
      fr: '{name} a déjà dit que cette demande n’est pas la sienne. Seul l’organisme qui oriente peut insister, en disant pourquoi.',
      en: '{name} has already said that this request is not theirs. Only the organization that orients may insist, saying why.',
    },
  },
  mayNotInsist: {
    status: 403,
    title: { fr: 'Seul l’organisme qui oriente peut insister', en: 'Only who orients may insist' },
  },
  noteMissing: {
    status: 422,
    title: { fr: 'Dites pourquoi', en: 'Say why' },
    detail: {
      fr: 'Avec « un autre motif », expliquez en quelques mots pourquoi la demande n’est pas la vôtre.',
      en: 'With “another reason”, explain in a few words why the request is not yours.',
    },
  },
  nothingToCorrect: {
    status: 422,
    title: { fr: 'Rien n’est à corriger', en: 'Nothing to correct' },
    detail: {
      fr: 'Donnez une autre prestation, un autre lieu ou d’autres réponses.',
      en: 'Give another service, another place or other answers.',
    },
  },
  coordinatesSwapped: {
    status: 422,
    title: {
      fr: 'Latitude et longitude semblent inversées',
      en: 'Latitude and longitude seem to be swapped',
    },
  },
  evidenceMissing: {
    status: 422,
    title: { fr: 'Rien ne montre que c’est fait', en: 'Nothing shows that it is done' },
    detail: {
      fr: 'Joignez une photo, ou écrivez ce qui a été fait : {length} caractères au moins.',
      en: 'Add a photo, or write what was done: at least {length} characters.',
    },
  },
  cannotContest: {
    status: 409,
    title: {
      fr: 'Cette demande ne peut plus être rouverte d’ici',
      en: 'This request can no longer be reopened from here',
    },
    detail: {
      fr: 'Elle n’est pas close, ou l’est depuis plus de {days} jours. Écrivez-nous, ou faites un nouveau signalement.',
      en: 'It is not closed, or has been for more than {days} days. Write to us, or report it again.',
    },
  },
  cannotRate: {
    status: 409,
    title: {
      fr: 'Votre avis est demandé une fois la demande close',
      en: 'Your opinion is asked once the request is closed',
    },
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
  unsoundGrid: {
    status: 422,
    title: { fr: 'Cette grille se contredit', en: 'This grid contradicts itself' },
  },
  unsoundWeights: {
    status: 422,
    title: { fr: 'Ces poids se contredisent', en: 'These weights contradict each other' },
  },
  unsoundCommitments: {
    status: 422,
    title: { fr: 'Ces engagements contiennent des erreurs', en: 'These commitments have errors' },
  },
  unsoundImport: {
    status: 422,
    title: { fr: 'Cet import contient des erreurs', en: 'This import has errors' },
  },
});
