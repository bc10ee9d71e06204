import { englishDate, frenchDate } from '../../../platform/clock/index.ts';
import { type MailFacts, wordsOf } from '../render-mail.ts';
import type { Letter } from './letter.ts';

/** What a letter needs beside the facts of the message. */
export interface Correspondents {
  /** Name and postal lines; empty when the address is not known. */
  recipient: string[];
  name: string | null;
  /** Where the sender writes from: its town. */
  town: string;
  at: Date;
}

/** Writes a message as a letter: the words of the mail, as one says them on paper. */
export function composeLetter(facts: MailFacts, who: Correspondents): Letter {
  const { language, organization, code, trackingUrl } = facts;
  const words = WORDS[language];
  const { subject, happened, next } = wordsOf(facts);
  const own = facts.words?.trim() ?? '';
  // An answer that greets is a letter already: nothing is said twice.
  const isWhole = GREETS.test(own);
  const said = own.split(/\n{2,}/).map((text) => text.trim());
  return {
    language,
    sender: {
      name: organization?.name ?? '',
      lines: [organization?.phone, organization?.email].filter((line) => line != null),
    },
    recipient: who.recipient,
    placeAndDate: words.placeAndDate(who.town, who.at),
    reference: words.reference(code),
    subject: words.subject(facts.title ? subject : lowerFirst(subject)),
    paragraphs: isWhole
      ? [...said, ...next]
      : [words.greeting(who.name), ...happened, ...said, ...next],
    signature: organization?.name ?? '',
    tracking: trackingUrl === null ? null : { url: trackingUrl, caption: words.tracking },
  };
}

const GREETS = /^(bonjour|madame|monsieur|mesdames|chère?s?|hello|dear)\b/iu;

const WORDS = {
  fr: {
    placeAndDate: (town: string, at: Date) =>
      town ? `${town}, le ${frenchDate(at)}` : `Le ${frenchDate(at)}`,
    reference: (code: string) => `Nos références\u00a0: demande ${code}`,
    subject: (subject: string) => `Objet\u00a0: ${subject}`,
    greeting: (name: string | null) => (name ? `Bonjour ${name},` : 'Madame, Monsieur,'),
    tracking:
      'Suivez votre demande à tout moment, sans mot de passe\u00a0: visez ce carré avec un téléphone, ou recopiez cette adresse.',
  },
  en: {
    placeAndDate: (town: string, at: Date) => [town, englishDate(at)].filter(Boolean).join(', '),
    reference: (code: string) => `Our reference: request ${code}`,
    subject: (subject: string) => `Subject: ${subject}`,
    greeting: (name: string | null) => (name ? `Dear ${name},` : 'Dear Sir or Madam,'),
    tracking:
      'Follow your request at any time, without a password: point a telephone at this square, or type this address.',
  },
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
