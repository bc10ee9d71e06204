import { PARIS } from '../../platform/clock/index.ts';
import type { Catalogue, MailFacts } from './render-mail.ts';
import { stepsTold } from './steps-told.ts';

/** Nothing breaks inside « guillemets ». */
const NBSP = '\u00a0';

const days = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: PARIS });
const moments = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: PARIS,
});
/** Intl says « 1 janvier »; one writes « 1er janvier ». */
const ordinal = (date: string) => date.replace(/ 1 (?=\p{L})/u, ' 1er ');
/** « mardi 24 novembre 2026 ». */
export const day = (at: Date) => ordinal(days.format(at));
const moment = (at: Date) => ordinal(moments.format(at));

const quoted = (text: string) => `«${NBSP}${text}${NBSP}»`;
const where = ({ place }: MailFacts) => (place ? `, ${place}` : '');
/** The request as its reader calls it: their own, or one that they follow. */
const request = (facts: MailFacts) =>
  facts.role === 'reporter'
    ? `votre demande ${quoted(facts.serviceName)}${where(facts)}`
    : `la demande que vous suivez, ${quoted(facts.serviceName)}${where(facts)}`;
const Request = (facts: MailFacts) => {
  const words = request(facts);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
const who = ({ organization }: MailFacts) => organization?.name ?? 'le service compétent';
const subject = (facts: MailFacts, what: string) =>
  `Demande ${facts.code}${NBSP}: ${what} (${facts.serviceName})`;
const sameNumber = ({ role }: MailFacts) =>
  role === 'reporter'
    ? 'Son numéro ne change pas, et vous n’avez rien à refaire.'
    : 'Vous n’avez rien à refaire.';
/** A street or a park says in its name what it is. */
const AREAS = { request: 'la demande ', street: '', park: '', commune: 'la commune ' };

/** What people are written in French: plain words, what happens next and when. */
export const french: Catalogue = {
  greeting: 'Bonjour,',
  quote: `Voici ce que nous vous écrivons${NBSP}:`,
  leftOut:
    'Attention : des pièces jointes étaient trop lourdes et ne nous sont pas parvenues. Envoyez-les en réponse à ce message, en plusieurs fois.',
  nextTitle: `Et maintenant${NBSP}?`,
  follow: ({ kind, role }) => {
    if (kind === 'confirm-follow') return `Confirmez ici, d’un seul geste${NBSP}:`;
    if (kind === 'area-news') return `Votre abonnement${NBSP}:`;
    return role === 'reporter'
      ? `Suivez votre demande à tout moment, sans mot de passe${NBSP}:`
      : `Suivez cette demande à tout moment, sans mot de passe${NBSP}:`;
  },
  automatic: ({ kind, role }) => {
    if (kind === 'confirm-follow') {
      return 'Quelqu’un a donné votre adresse sur notre site. Si ce n’est pas vous, ne faites rien : vous ne recevrez pas d’autre message, et votre adresse sera oubliée dans deux jours.';
    }
    return role === 'reporter'
      ? 'Ce message est envoyé automatiquement parce que vous avez laissé votre adresse avec votre demande. Cette adresse ne sert à rien d’autre.'
      : 'Ce message est envoyé automatiquement parce que vous avez demandé à être tenu au courant. Votre adresse ne sert à rien d’autre.';
  },
  unfollow: `Ne plus recevoir ces messages${NBSP}:`,
  satisfaction: {
    question: `Êtes-vous satisfait de ce qui a été fait${NBSP}? Un geste suffit${NBSP}:`,
    notDone: `Ce n’est pas fait${NBSP}? Dites-le ici, la demande sera rouverte${NBSP}:`,
  },
  contact: ({ name, phone, email }, { role }) =>
    [
      `Service chargé de ${role === 'reporter' ? 'votre' : 'cette'} demande${NBSP}: ${name}`,
      phone,
      email,
    ]
      .filter(Boolean)
      .join(', '),
  kinds: {
    received: (facts) => ({
      subject: subject(facts, 'bien reçue'),
      happened: [
        `Nous avons bien reçu ${request(facts)}, le ${moment(facts.receivedAt)}. Elle porte le numéro ${facts.code}.`,
      ],
      next: [
        `Elle va être étudiée par${NBSP}: ${who(facts)}.`,
        ...stepsTold(facts, 'fr'),
        facts.dueAt
          ? `Nous visons une réponse au plus tard le ${day(facts.dueAt)}.`
          : 'Nous vous écrirons dès que la suite sera décidée.',
      ],
    }),
    accepted: (facts) => ({
      subject: subject(facts, 'prise en charge'),
      happened: [`${who(facts)} s’occupe de ${request(facts)}.`],
      next: ['Nous vous écrirons quand une date sera fixée, ou dès que nous aurons une réponse.'],
    }),
    refused: (facts) => ({
      subject: subject(facts, 'confiée à un autre organisme'),
      happened: [
        facts.formerOrganization
          ? `${facts.formerOrganization} nous a répondu que ${request(facts)} ne relève pas de sa compétence.`
          : `${Request(facts)} ne relève pas de l’organisme à qui nous l’avions confiée.`,
      ],
      next: [
        facts.organization
          ? `Elle est désormais suivie par${NBSP}: ${who(facts)}.`
          : 'Nous cherchons qui est compétent, et nous vous le dirons.',
        sameNumber(facts),
      ],
    }),
    transferred: (facts) => ({
      subject: subject(facts, 'transmise au bon service'),
      happened: [
        `${Request(facts)} relève d’un autre service. Nous la lui avons transmise${NBSP}: vous n’avez rien à refaire.`,
      ],
      next: [`Elle est désormais suivie par${NBSP}: ${who(facts)}. Son numéro ne change pas.`],
    }),
    corrected: (facts) => ({
      subject: subject(facts, 'précisée'),
      happened: [
        `Nous avons précisé le sujet ou le lieu. ${Request(facts)} est enregistrée ainsi désormais.`,
      ],
      next: [`Elle est suivie par${NBSP}: ${who(facts)}.`, sameNumber(facts)],
    }),
    merged: (facts) => ({
      subject: subject(facts, 'regroupée avec une autre'),
      happened: [
        `Le même problème a été signalé par quelqu’un d’autre. Nous traitons ${request(facts)} et l’autre ensemble.`,
      ],
      next: ['Vous recevrez les mêmes nouvelles, aux mêmes moments.', sameNumber(facts)],
    }),
    unmerged: (facts) => ({
      subject: subject(facts, 'de nouveau traitée à part'),
      happened: [
        `Nous avions regroupé ${request(facts)} avec une autre${NBSP}: ce n’était pas le même problème. Elle est de nouveau traitée à part.`,
      ],
      next: [`Elle est suivie par${NBSP}: ${who(facts)}.`, sameNumber(facts)],
    }),
    waiting: (facts) => ({
      subject: subject(facts, 'nous avons une question'),
      happened: [`Pour traiter ${request(facts)}, nous avons besoin de votre réponse.`],
      next: ['Répondez sur votre page de suivi. La demande attend votre réponse.'],
    }),
    planned: (facts) => ({
      subject: subject(facts, 'intervention planifiée'),
      happened: [
        facts.scheduledStart
          ? `Une équipe est prévue le ${day(facts.scheduledStart)} pour ${request(facts)}.`
          : `Une équipe est prévue pour ${request(facts)}.`,
      ],
      next: [
        'Vous n’avez pas besoin d’être sur place.',
        `Une urgence ou le temps qu’il fait peut déplacer cette date${NBSP}: votre page de suivi est toujours à jour. Nous vous écrirons quand ce sera fait.`,
      ],
    }),
    done: (facts) => ({
      subject: subject(facts, 'c’est fait'),
      happened: [
        `Le travail est terminé pour ${request(facts)}. Merci de nous aider à tenir la ville.`,
        ...(facts.hasPhotos
          ? ['Les photos prises après le travail sont sur la page de suivi.']
          : []),
      ],
      next: [
        `Si le problème est toujours là, dites-le-nous dans les soixante jours${NBSP}: la demande sera rouverte.`,
      ],
      closes: true,
    }),
    answered: (facts) => ({
      subject: subject(facts, 'réponse'),
      happened: [`Nous répondons à ${request(facts)}.`],
      next: ['La demande est close. Vous pouvez nous écrire de nouveau si besoin.'],
      closes: true,
    }),
    rejected: (facts) => ({
      subject: subject(facts, 'classée sans suite'),
      happened: [`Nous ne pouvons pas donner suite à ${request(facts)}.`],
      next: [
        'Si vous pensez qu’il s’agit d’une erreur, dites-le-nous sur la page de suivi dans les soixante jours.',
      ],
      closes: true,
    }),
    reopened: (facts) => ({
      subject: subject(facts, 'rouverte'),
      happened: [
        facts.byResidents
          ? `Une personne nous a dit que ce n’est pas fait${NBSP}: nous avons rouvert ${request(facts)}.`
          : `Nous avons rouvert ${request(facts)}.`,
      ],
      next: [
        `Elle est de nouveau suivie par${NBSP}: ${who(facts)}. Nous vous tiendrons au courant.`,
      ],
    }),
    'confirm-follow': (facts) => ({
      subject: `Voulez-vous suivre ${quoted(facts.serviceName)}${NBSP}?`,
      happened: [
        `Vous avez demandé à suivre ${AREAS[facts.followed ?? 'request']}${quoted(facts.serviceName)}${where(facts)}.`,
      ],
      next: ['Nous ne vous écrirons que si vous confirmez.'],
    }),
    'area-news': (facts) => ({
      subject: `${facts.serviceName}${NBSP}: ce qui se passe près de chez vous`,
      happened: [`Voici les nouvelles de ${quoted(facts.serviceName)}${where(facts)}.`],
      next: [],
    }),
    stopped: () => ({
      subject: 'Plus de SMS',
      happened: ['C’est noté\u00a0: nous ne vous enverrons plus de SMS.'],
      next: [],
    }),
  },
};
