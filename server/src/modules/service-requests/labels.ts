import type { Text } from '../../platform/problem/index.ts';
import type { Command, RejectionReason, Status } from './model.ts';

/** Statuses as residents and agents read them. */
export const STATUS_LABELS: Record<Status, Text> = {
  received: { fr: 'Reçue', en: 'Received' },
  triaged: { fr: 'Prise en charge', en: 'Taken in hand' },
  planned: { fr: 'Intervention planifiée', en: 'Work planned' },
  started: { fr: 'Intervention en cours', en: 'Work under way' },
  done: { fr: 'Terminée', en: 'Done' },
  answered: { fr: 'Répondue', en: 'Answered' },
  rejected: { fr: 'Classée sans suite', en: 'Closed without action' },
};

export const REJECTION_LABELS: Record<RejectionReason, Text> = {
  'not-competent': {
    fr: 'Aucun service du territoire n’est compétent',
    en: 'No service of the territory is competent',
  },
  'not-found': { fr: 'Rien n’a été constaté sur place', en: 'Nothing was found on the spot' },
  duplicate: { fr: 'Déjà signalé', en: 'Already reported' },
  'out-of-scope': { fr: 'Hors de notre champ d’action', en: 'Beyond what we do' },
  other: { fr: 'Autre motif', en: 'Other reason' },
};

/** What comes next, as a resident reads it under the status. */
export const NEXT_STEPS: Record<Status, Text> = {
  received: {
    fr: 'Nos services vont lire votre demande et décider de la suite.',
    en: 'Our services will read your report and decide what to do.',
  },
  triaged: {
    fr: 'Nous cherchons quand une équipe pourra intervenir.',
    en: 'We are finding when a crew can come.',
  },
  planned: {
    fr: 'Une équipe passera à la date prévue.',
    en: 'A crew will come on the planned date.',
  },
  started: { fr: 'Une équipe est au travail.', en: 'A crew is at work.' },
  done: {
    fr: 'Le travail est terminé. Si le problème est toujours là, dites-le ci-dessous : nous reprendrons la demande.',
    en: 'The work is done. If the problem is still there, say so below: we will take it up again.',
  },
  answered: {
    fr: 'Nous vous avons répondu. Votre demande est close.',
    en: 'We have answered you. Your report is closed.',
  },
  rejected: {
    fr: 'Votre demande est close ; le motif est indiqué ci-dessous.',
    en: 'Your report is closed; the reason is given below.',
  },
};

/** What comes next, easy to read (FALC): one idea a line. */
export const PLAIN_NEXT_STEPS: Record<Status, string> = {
  received: 'Nous lisons votre demande.\nEnsuite, nous décidons quoi faire.',
  triaged: 'Nous cherchons une équipe.\nL’équipe doit avoir le temps de venir.',
  planned: 'Une équipe va venir.\nLa date est écrite sur cette page.',
  started: 'Une équipe travaille sur place.',
  done: 'Le travail est fini.\nLe problème est encore là ? Dites-le sur cette page.',
  answered: 'Nous avons répondu.\nLa réponse est sur cette page.',
  rejected: 'Nous ne pouvons pas faire ce travail.\nLa raison est sur cette page.',
};

/** What comes next when it is the resident's turn. */
export const WAITING_STEP: Text & { plain: string } = {
  fr: 'Nous vous avons posé une question. Votre réponse nous permettra de continuer.',
  en: 'We have asked you a question. Your answer will let us go on.',
  plain: 'Nous avons une question pour vous.\nRépondez sur cette page.\nEnsuite, nous continuons.',
};

/** What comes next after « ce n’est pas fait ». */
export const DISPUTED_STEP: Text & { plain: string } = {
  fr: 'Nous avons rouvert la demande : le service qui s’en occupe va la regarder en premier.',
  en: 'We have reopened the request: the service in charge will look at it first.',
  plain: 'Vous avez dit : ce n’est pas fait.\nNous allons regarder à nouveau.',
};

const OPEN_ONLY: Text = {
  fr: 'elle est close. Rouvrez-la d’abord.',
  en: 'it is closed. Reopen it first.',
};
const WORK_PENDING: Text = {
  fr: 'une intervention est prévue. Annulez-la d’abord, ou attendez sa fin.',
  en: 'work is planned. Cancel it first, or wait for its end.',
};

const ACCEPTED: Text = {
  fr: 'elle est déjà acceptée.',
  en: 'it is accepted already.',
};
const CONTESTED: Text = {
  fr: 'aucun autre organisme n’est désigné. Transmettez-la, corrigez-la ou acceptez-la.',
  en: 'no other organization is named. Pass it on, correct it or accept it.',
};

/** Why a command has no place in a status. */
export function whyNot(command: Command, status: Status): Text {
  if (command === 'reopen') {
    return { fr: 'elle n’est pas close.', en: 'it is not closed.' };
  }
  const isWaiting = status === 'received' || status === 'triaged';
  if (command === 'accept' && isWaiting) return ACCEPTED;
  if (command === 'refuse' && isWaiting) return CONTESTED;
  return status === 'planned' || status === 'started' ? WORK_PENDING : OPEN_ONLY;
}
