import { PARIS } from '../../platform/clock/index.ts';
import type { Catalogue, MailFacts } from './render-mail.ts';

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
const day = (at: Date) => ordinal(days.format(at));
const moment = (at: Date) => ordinal(moments.format(at));

const name = ({ serviceName }: MailFacts) => `«${NBSP}${serviceName}${NBSP}»`;
const where = ({ place }: MailFacts) => (place ? `, ${place}` : '');
const who = ({ organization }: MailFacts) => organization?.name ?? 'le service compétent';
const subject = (facts: MailFacts, what: string) =>
  `Demande ${facts.code}${NBSP}: ${what} (${facts.serviceName})`;

/** Residents' mails in French: plain words, what happens next and when. */
export const french: Catalogue = {
  greeting: 'Bonjour,',
  quote: `Voici ce que nous vous écrivons${NBSP}:`,
  nextTitle: `Et maintenant${NBSP}?`,
  follow: `Suivez votre demande à tout moment, sans mot de passe${NBSP}:`,
  automatic:
    'Ce message est envoyé automatiquement parce que vous avez laissé votre adresse avec votre demande. Cette adresse ne sert à rien d’autre.',
  contact: ({ name, phone, email }) =>
    [`Service chargé de votre demande${NBSP}: ${name}`, phone, email].filter(Boolean).join(', '),
  kinds: {
    received: (facts) => ({
      subject: subject(facts, 'bien reçue'),
      happened: [
        `Nous avons bien reçu votre demande ${name(facts)}${where(facts)}, le ${moment(facts.receivedAt)}. Elle porte le numéro ${facts.code}.`,
      ],
      next: [
        `Elle va être étudiée par${NBSP}: ${who(facts)}.`,
        facts.dueAt
          ? `Nous visons une réponse au plus tard le ${day(facts.dueAt)}.`
          : 'Nous vous écrirons dès que la suite sera décidée.',
      ],
    }),
    transferred: (facts) => ({
      subject: subject(facts, 'transmise au bon service'),
      happened: [
        `Votre demande ${name(facts)}${where(facts)} relève d’un autre service. Nous la lui avons transmise${NBSP}: vous n’avez rien à refaire.`,
      ],
      next: [`Elle est désormais suivie par${NBSP}: ${who(facts)}. Son numéro ne change pas.`],
    }),
    planned: (facts) => ({
      subject: subject(facts, 'intervention planifiée'),
      happened: [
        facts.scheduledStart
          ? `Une équipe est prévue le ${day(facts.scheduledStart)} pour votre demande ${name(facts)}${where(facts)}.`
          : `Une équipe est prévue pour votre demande ${name(facts)}${where(facts)}.`,
      ],
      next: [
        'Vous n’avez pas besoin d’être sur place.',
        `Une urgence ou le temps qu’il fait peut déplacer cette date${NBSP}: votre page de suivi est toujours à jour. Nous vous écrirons quand ce sera fait.`,
      ],
    }),
    done: (facts) => ({
      subject: subject(facts, 'intervention terminée'),
      happened: [
        `L’intervention pour votre demande ${name(facts)}${where(facts)} est terminée. Merci de nous avoir prévenus.`,
      ],
      next: [
        `Si le problème est toujours là, dites-le-nous${NBSP}: la demande peut être rouverte.`,
      ],
    }),
    answered: (facts) => ({
      subject: subject(facts, 'réponse'),
      happened: [`Nous répondons à votre demande ${name(facts)}${where(facts)}.`],
      next: ['Votre demande est close. Vous pouvez nous écrire de nouveau si besoin.'],
    }),
    rejected: (facts) => ({
      subject: subject(facts, 'classée sans suite'),
      happened: [`Nous ne pouvons pas donner suite à votre demande ${name(facts)}${where(facts)}.`],
      next: ['Si vous pensez qu’il s’agit d’une erreur, contactez-nous en donnant son numéro.'],
    }),
    reopened: (facts) => ({
      subject: subject(facts, 'rouverte'),
      happened: [`Nous avons rouvert votre demande ${name(facts)}${where(facts)}.`],
      next: [
        `Elle est de nouveau suivie par${NBSP}: ${who(facts)}. Nous vous tiendrons au courant.`,
      ],
    }),
  },
};
