import type { Random } from '../core/random.ts';
import { drawName, mailName } from '../people/names.ts';
import type { Address, Arrived, DemonstrationRequest, Letter } from '../types.ts';
import { type Calendar, HOUR, MINUTE } from './calendar.ts';
import { LETTERS, MAILS, POSTS, WHICH_ONE } from './words/post-box.ts';

/** What came today without a form: mails, text messages, posts, and letters on the desk. */
export interface PostBox {
  arrived: Arrived[];
  letters: Letter[];
  requests: DemonstrationRequest[];
}

/**
 * Fills the inbox of what the product has yet to read, some of which only a person can sort.
 *
 * @param doors - of the town where the letters come from
 * @returns also the requests, two of which have one author by now: their text message may be about
 *   either
 */
export function fillPostBox(
  random: Random,
  { now }: Calendar,
  doors: readonly Address[],
  requests: readonly DemonstrationRequest[],
): PostBox {
  const minutesAgo = (minutes: number) => new Date(now - minutes * MINUTE).toISOString();
  const person = () => {
    const drawn = drawName(random);
    return { name: `${drawn.first} ${drawn.last}`, address: `${mailName(drawn)}@example.org` };
  };
  const door = () => random.pick(doors);
  const told = (text: string) => {
    const { number, street } = door();
    return text.replace('{door}', `${number} ${street}`).replace('{street}', street);
  };
  const mails = MAILS.map(({ subject, text, headers }, index) => ({
    source: 'mail' as const,
    sender: person(),
    subject,
    text: told(text),
    ...(headers && { headers }),
    at: minutesAgo(25 + 40 * index),
  }));
  const posts = POSTS.map(({ network, text }, index) => ({
    source: 'social' as const,
    sender: { name: person().name, address: '' },
    network,
    text: told(text),
    at: minutesAgo(50 + 90 * index),
  }));
  const letters = LETTERS.map(({ serviceCode, summary }) => {
    const address = door();
    const { number, street, postcode, communeName } = address;
    const postalAddress = `${number} ${street}\n${postcode} ${communeName.toUpperCase()}`;
    return {
      sender: { name: person().name, postalAddress },
      summary: summary.replace('{door}', `${number} ${street}`),
      serviceCode,
      address,
    };
  });
  const { author, requests: shared } = oneAuthor(requests, now);
  const texts = author?.phone
    ? [
        {
          source: 'sms' as const,
          sender: { name: '', address: author.phone },
          text: WHICH_ONE,
          at: minutesAgo(15),
        },
      ]
    : [];
  return { arrived: [...mails, ...posts, ...texts], letters, requests: shared };
}

/** Gives two open requests of one organization the same author. */
function oneAuthor(requests: readonly DemonstrationRequest[], now: number) {
  const open = requests.filter(
    ({ history, contact, joins, isLive, requestedAt }) =>
      history.length <= 2 &&
      ['received', 'triaged'].includes(history.at(-1)?.status ?? '') &&
      !joins &&
      !isLive &&
      /^(\+33|0)[67]/.test(contact?.phone?.replaceAll(' ', '') ?? '') &&
      Date.parse(requestedAt) < now - HOUR,
  );
  for (const first of open) {
    const second = open.find(
      ({ id, organization }) => id !== first.id && organization === first.organization,
    );
    if (!second || !first.contact) continue;
    const author = first.contact;
    return {
      author,
      requests: requests.map((request) =>
        request.id === second.id ? { ...request, contact: author } : request,
      ),
    };
  }
  return { author: undefined, requests: [...requests] };
}
