import { PARIS } from '../../platform/clock/index.ts';
import type { Catalogue, MailFacts } from './render-mail.ts';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: PARIS });
const moments = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: PARIS,
});

const name = ({ serviceName }: MailFacts) => `“${serviceName}”`;
const where = ({ place }: MailFacts) => (place ? ` (${place})` : '');
const who = ({ organization }: MailFacts) => organization?.name ?? 'the department in charge';
const subject = (facts: MailFacts, what: string) =>
  `Request ${facts.code}: ${what} (${facts.serviceName})`;

/** Residents' mails in English, for those who chose it. */
export const english: Catalogue = {
  greeting: 'Hello,',
  quote: 'Here is what we have to tell you:',
  nextTitle: 'What happens next',
  follow: 'Follow your request at any time, without a password:',
  automatic:
    'This message is sent automatically because you left your address with your request. It is used for nothing else.',
  contact: ({ name, phone, email }) =>
    [`In charge of your request: ${name}`, phone, email].filter(Boolean).join(', '),
  kinds: {
    received: (facts) => ({
      subject: subject(facts, 'received'),
      happened: [
        `We received your request ${name(facts)}${where(facts)} on ${moments.format(facts.receivedAt)}. Its number is ${facts.code}.`,
      ],
      next: [
        `It is now with ${who(facts)}, who will decide what to do.`,
        facts.dueAt
          ? `We aim to answer by ${days.format(facts.dueAt)} at the latest.`
          : 'We will write to you as soon as this is decided.',
      ],
    }),
    transferred: (facts) => ({
      subject: subject(facts, 'passed on to the right department'),
      happened: [
        `Your request ${name(facts)}${where(facts)} belongs to another department. We passed it on: you have nothing to do again.`,
      ],
      next: [`It is now followed by ${who(facts)}. Its number does not change.`],
    }),
    planned: (facts) => ({
      subject: subject(facts, 'work planned'),
      happened: [
        facts.scheduledStart
          ? `A crew is due on ${days.format(facts.scheduledStart)} for your request ${name(facts)}${where(facts)}.`
          : `A crew is due for your request ${name(facts)}${where(facts)}.`,
      ],
      next: [
        'You do not need to be there.',
        'An emergency or the weather may move this date: your tracking page is always up to date. We will write to you when it is done.',
      ],
    }),
    done: (facts) => ({
      subject: subject(facts, 'work completed'),
      happened: [
        `The work for your request ${name(facts)}${where(facts)} is completed. Thank you for telling us.`,
      ],
      next: ['If the problem is still there, tell us: the request can be reopened.'],
    }),
    answered: (facts) => ({
      subject: subject(facts, 'answer'),
      happened: [`This is our answer to your request ${name(facts)}${where(facts)}.`],
      next: ['Your request is closed. You may write to us again if you need to.'],
    }),
    rejected: (facts) => ({
      subject: subject(facts, 'closed without action'),
      happened: [`We cannot act on your request ${name(facts)}${where(facts)}.`],
      next: ['If you think this is a mistake, contact us and give its number.'],
    }),
    reopened: (facts) => ({
      subject: subject(facts, 'reopened'),
      happened: [`We reopened your request ${name(facts)}${where(facts)}.`],
      next: [`It is again with ${who(facts)}. We will keep you informed.`],
    }),
  },
};
