import { day, french } from './catalogue-fr.ts';
import type { Catalogue, MailFacts } from './render-mail.ts';
import { stepsTold } from './steps-told.ts';

const subject = (facts: MailFacts, what: string) => `${facts.code}\u00a0: ${what}`;
const about = ({ serviceName, place }: MailFacts) => [
  `Le sujet\u00a0: ${serviceName}.`,
  ...(place ? [`Le lieu\u00a0: ${place}.`] : []),
];
const incharge = ({ organization }: MailFacts) =>
  organization ? [`Qui s’en occupe\u00a0: ${organization.name}.`] : [];
const NOTHING_TO_DO = 'Vous n’avez rien à faire.';

/**
 * The same in French that is easy to read and to understand (FALC): short sentences, one idea a
 * line, everyday words.
 *
 * @see {@link https://www.inclusion-europe.eu/easy-to-read/ Information for all, Inclusion Europe}
 */
export const plainFrench: Catalogue = {
  ...french,
  quote: 'Voici notre réponse\u00a0:',
  leftOut:
    'Des documents étaient trop lourds. Nous ne les avons pas reçus. Vous pouvez les envoyer de nouveau, un par un.',
  nextTitle: 'Et après\u00a0?',
  follow: ({ kind }) =>
    kind === 'confirm-follow'
      ? 'Pour dire oui, ouvrez cette page\u00a0:'
      : 'Pour en savoir plus, ouvrez cette page\u00a0:',
  automatic: ({ kind }) =>
    kind === 'confirm-follow'
      ? 'Vous n’avez rien demandé\u00a0? Ne faites rien. Nous ne vous écrirons plus.'
      : 'Un ordinateur a envoyé ce message.',
  unfollow: 'Pour ne plus recevoir de messages, ouvrez cette page\u00a0:',
  satisfaction: {
    question: 'Êtes-vous content\u00a0? Dites-le sur cette page\u00a0:',
    notDone: 'Ce n’est pas fait\u00a0? Dites-le sur cette page\u00a0:',
  },
  kinds: {
    received: (facts) => ({
      subject: subject(facts, 'nous avons reçu votre demande'),
      happened: ['Nous avons reçu votre demande.', ...about(facts)],
      next: ['Nous allons la lire.', ...incharge(facts), ...stepsTold(facts, 'plain')],
    }),
    accepted: (facts) => ({
      subject: subject(facts, 'un service s’en occupe'),
      happened: ['Un service s’occupe de la demande.', ...about(facts)],
      next: incharge(facts),
    }),
    refused: (facts) => ({
      subject: subject(facts, 'un autre service s’en occupe'),
      happened: ['Un service ne peut pas s’occuper de la demande.', ...about(facts)],
      next: ['Nous demandons à un autre service.', ...incharge(facts), NOTHING_TO_DO],
    }),
    transferred: (facts) => ({
      subject: subject(facts, 'un autre service s’en occupe'),
      happened: ['La demande change de service.', ...about(facts)],
      next: [...incharge(facts), NOTHING_TO_DO],
    }),
    corrected: (facts) => ({
      subject: subject(facts, 'nous avons corrigé la demande'),
      happened: ['Nous avons corrigé la demande.', ...about(facts)],
      next: [NOTHING_TO_DO],
    }),
    merged: (facts) => ({
      subject: subject(facts, 'une autre personne a vu le problème'),
      happened: ['Une autre personne a signalé le même problème.', ...about(facts)],
      next: ['Nous nous occupons des deux demandes ensemble.', NOTHING_TO_DO],
    }),
    unmerged: (facts) => ({
      subject: subject(facts, 'la demande est à nouveau seule'),
      happened: ['Ce n’était pas le même problème.', ...about(facts)],
      next: ['Nous nous occupons de cette demande seule.', NOTHING_TO_DO],
    }),
    waiting: (facts) => ({
      subject: subject(facts, 'nous avons une question'),
      happened: ['Nous avons une question pour vous.', ...about(facts)],
      next: ['Répondez sur la page.', 'Ensuite, nous continuons.'],
    }),
    planned: (facts) => ({
      subject: subject(facts, 'une équipe va venir'),
      happened: [
        'Une équipe va venir.',
        ...(facts.scheduledStart ? [`L’équipe vient le ${day(facts.scheduledStart)}.`] : []),
        ...about(facts),
      ],
      next: ['Vous n’avez pas besoin d’être là.', 'La date peut changer.'],
    }),
    done: (facts) => ({
      subject: subject(facts, 'le travail est fini'),
      happened: [
        'Le travail est fini.',
        ...about(facts),
        ...(facts.hasPhotos ? ['Vous pouvez voir des photos sur la page.'] : []),
      ],
      next: ['Le problème est encore là\u00a0? Dites-le sur la page.'],
      closes: true,
    }),
    answered: (facts) => ({
      subject: subject(facts, 'nous avons répondu'),
      happened: ['Nous avons répondu à la demande.', ...about(facts)],
      next: ['La demande est finie.'],
      closes: true,
    }),
    rejected: (facts) => ({
      subject: subject(facts, 'nous ne pouvons pas le faire'),
      happened: ['Nous ne pouvons pas faire ce travail.', ...about(facts)],
      next: ['Vous n’êtes pas d’accord\u00a0? Dites-le sur la page.'],
      closes: true,
    }),
    reopened: (facts) => ({
      subject: subject(facts, 'nous reprenons la demande'),
      happened: [
        ...(facts.byResidents ? ['Une personne a dit\u00a0: ce n’est pas fait.'] : []),
        'Nous reprenons la demande.',
        ...about(facts),
      ],
      next: ['Nous allons regarder à nouveau.', ...incharge(facts)],
    }),
    'confirm-follow': (facts) => ({
      subject: `${facts.serviceName}\u00a0: voulez-vous des nouvelles\u00a0?`,
      happened: ['Vous voulez avoir des nouvelles.', ...about(facts)],
      next: ['Dites oui sur la page.', 'Sans votre oui, nous n’écrivons pas.'],
    }),
    'area-news': (facts) => ({
      subject: `${facts.serviceName}\u00a0: les nouvelles`,
      happened: [`Voici les nouvelles de\u00a0: ${facts.serviceName}.`],
      next: [],
    }),
    stopped: () => ({
      subject: 'Plus de SMS',
      happened: ['Nous ne vous enverrons plus de SMS.'],
      next: [],
    }),
  },
};
