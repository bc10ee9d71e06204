import { PARIS } from '../../platform/clock/index.ts';
import type { Catalogue, MailFacts } from './render-mail.ts';
import { stepsTold } from './steps-told.ts';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: PARIS });
const moments = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: PARIS,
});

const where = ({ place }: MailFacts) => (place ? ` (${place})` : '');
/** The request as its reader calls it: their own, or one that they follow. */
const request = (facts: MailFacts) =>
  facts.role === 'reporter'
    ? `your request “${facts.serviceName}”${where(facts)}`
    : `the request that you follow, “${facts.serviceName}”${where(facts)}`;
const Request = (facts: MailFacts) => {
  const words = request(facts);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
const who = ({ organization }: MailFacts) => organization?.name ?? 'the department in charge';
const subject = (facts: MailFacts, what: string) =>
  `Request ${facts.code}: ${what} (${facts.serviceName})`;
const SAME_NUMBER = 'Its number does not change, and you have nothing to do again.';
const AREAS = {
  request: 'the request',
  street: 'the street',
  park: 'the park',
  commune: 'the town',
};

/** What people are written in English, for those who chose it. */
export const english: Catalogue = {
  greeting: 'Hello,',
  quote: 'Here is what we have to tell you:',
  leftOut:
    'Please note: some attachments were too large and did not reach us. Send them in answer to this message, in several parts.',
  nextTitle: 'What happens next',
  follow: ({ kind, role }) => {
    if (kind === 'confirm-follow') return 'Confirm here, in one step:';
    if (kind === 'area-news') return 'Your subscription:';
    return role === 'reporter'
      ? 'Follow your request at any time, without a password:'
      : 'Follow this request at any time, without a password:';
  },
  automatic: ({ kind, role }) => {
    if (kind === 'confirm-follow') {
      return 'Somebody gave your address on our site. If it was not you, do nothing: you will get no other message, and your address will be forgotten in two days.';
    }
    return role === 'reporter'
      ? 'This message is sent automatically because you left your address with your request. It is used for nothing else.'
      : 'This message is sent automatically because you asked to be kept informed. Your address is used for nothing else.';
  },
  unfollow: 'Get no more of these messages:',
  satisfaction: {
    question: 'Are you satisfied with what was done? One step is enough:',
    notDone: 'It is not done? Say so here, and the request will be reopened:',
  },
  contact: ({ name, phone, email }, { role }) =>
    [`In charge of ${role === 'reporter' ? 'your' : 'this'} request: ${name}`, phone, email]
      .filter(Boolean)
      .join(', '),
  kinds: {
    received: (facts) => ({
      subject: subject(facts, 'received'),
      happened: [
        `We received ${request(facts)} on ${moments.format(facts.receivedAt)}. Its number is ${facts.code}.`,
      ],
      next: [
        `It is now with ${who(facts)}, who will decide what to do.`,
        ...stepsTold(facts, 'en'),
        facts.dueAt
          ? `We aim to answer by ${days.format(facts.dueAt)} at the latest.`
          : 'We will write to you as soon as this is decided.',
      ],
    }),
    accepted: (facts) => ({
      subject: subject(facts, 'taken in hand'),
      happened: [`${who(facts)} is dealing with ${request(facts)}.`],
      next: ['We will write to you when a date is set, or as soon as we have an answer.'],
    }),
    refused: (facts) => ({
      subject: subject(facts, 'given to another authority'),
      happened: [
        facts.formerOrganization
          ? `${facts.formerOrganization} told us that ${request(facts)} is not in its remit.`
          : `${Request(facts)} is not in the remit of the authority that we gave it to.`,
      ],
      next: [
        facts.organization
          ? `It is now followed by ${who(facts)}.`
          : 'We are finding who is in charge, and will tell you.',
        SAME_NUMBER,
      ],
    }),
    transferred: (facts) => ({
      subject: subject(facts, 'passed on to the right department'),
      happened: [
        `${Request(facts)} belongs to another department. We passed it on: you have nothing to do again.`,
      ],
      next: [`It is now followed by ${who(facts)}. Its number does not change.`],
    }),
    corrected: (facts) => ({
      subject: subject(facts, 'made more precise'),
      happened: [
        `We made the subject or the place more precise. ${Request(facts)} is how it is now recorded.`,
      ],
      next: [`It is followed by ${who(facts)}.`, SAME_NUMBER],
    }),
    merged: (facts) => ({
      subject: subject(facts, 'put together with another'),
      happened: [
        `Somebody else reported the same problem. We deal with ${request(facts)} and the other one together.`,
      ],
      next: ['You will get the same news, at the same time.', SAME_NUMBER],
    }),
    unmerged: (facts) => ({
      subject: subject(facts, 'dealt with on its own again'),
      happened: [
        `We had put ${request(facts)} together with another: it was not the same problem. It is dealt with on its own again.`,
      ],
      next: [`It is followed by ${who(facts)}.`, SAME_NUMBER],
    }),
    waiting: (facts) => ({
      subject: subject(facts, 'we have a question'),
      happened: [`To deal with ${request(facts)}, we need your answer.`],
      next: ['Answer on your tracking page. The request waits for your answer.'],
    }),
    planned: (facts) => ({
      subject: subject(facts, 'work planned'),
      happened: [
        facts.scheduledStart
          ? `A crew is due on ${days.format(facts.scheduledStart)} for ${request(facts)}.`
          : `A crew is due for ${request(facts)}.`,
      ],
      next: [
        'You do not need to be there.',
        'An emergency or the weather may move this date: your tracking page is always up to date. We will write to you when it is done.',
      ],
    }),
    done: (facts) => ({
      subject: subject(facts, 'done'),
      happened: [
        `The work is completed for ${request(facts)}. Thank you for helping us to look after the town.`,
        ...(facts.hasPhotos ? ['Photos taken after the work are on the tracking page.'] : []),
      ],
      next: [
        'If the problem is still there, tell us within sixty days: the request will be reopened.',
      ],
      closes: true,
    }),
    answered: (facts) => ({
      subject: subject(facts, 'answer'),
      happened: [`This is our answer to ${request(facts)}.`],
      next: ['The request is closed. You may write to us again if you need to.'],
      closes: true,
    }),
    rejected: (facts) => ({
      subject: subject(facts, 'closed without action'),
      happened: [`We cannot act on ${request(facts)}.`],
      next: ['If you think that this is a mistake, say so on the tracking page within sixty days.'],
      closes: true,
    }),
    reopened: (facts) => ({
      subject: subject(facts, 'reopened'),
      happened: [
        facts.byResidents
          ? `Somebody told us that it is not done: we reopened ${request(facts)}.`
          : `We reopened ${request(facts)}.`,
      ],
      next: [`It is again with ${who(facts)}. We will keep you informed.`],
    }),
    'confirm-follow': (facts) => ({
      subject: `Do you want to follow “${facts.serviceName}”?`,
      happened: [
        `You asked to follow ${AREAS[facts.followed ?? 'request']} “${facts.serviceName}”${where(facts)}.`,
      ],
      next: ['We will write to you only if you confirm.'],
    }),
    'area-news': (facts) => ({
      subject: `${facts.serviceName}: what happens near you`,
      happened: [`Here is the news of “${facts.serviceName}”${where(facts)}.`],
      next: [],
    }),
    stopped: () => ({
      subject: 'No more text messages',
      happened: ['We will send you no more text messages.'],
      next: [],
    }),
  },
};
