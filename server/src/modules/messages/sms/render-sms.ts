import { PARIS } from '../../../platform/clock/index.ts';
import type { Kind } from '../model.ts';
import type { MailFacts } from '../render-mail.ts';
import { stepsTold } from '../steps-told.ts';
import { cheapest, sizeOf } from './segments.ts';

const DAYS = {
  fr: new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'numeric', timeZone: PARIS }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: PARIS }),
};

type Sentence = (facts: MailFacts) => string;

const on = ({ scheduledStart, language }: MailFacts, before: string) =>
  scheduledStart ? `${before}${DAYS[language].format(scheduledStart)}` : '';
const by = ({ organization }: MailFacts, before: string) =>
  organization ? `${before}${organization.name}` : '';

/** In letters that the GSM set has, where French allows: « enregistrée » rather than « reçue ». */
const FRENCH: Record<Kind, Sentence> = {
  received: (facts) => `est enregistrée${by(facts, ', suivie par ')}.`,
  accepted: (facts) => `est suivie par ${facts.organization?.name ?? 'le service compétent'}.`,
  refused: (facts) => `change de service${by(facts, ', et est suivie par ')}.`,
  transferred: (facts) => `change de service${by(facts, ', et est suivie par ')}.`,
  corrected: () => 'a été précisée.',
  merged: () => 'est traitée avec une autre, au sujet du problème déjà signalé.',
  unmerged: () => 'est de nouveau traitée à part.',
  waiting: () => 'attend une précision de votre part.',
  planned: (facts) => `est programmée${on(facts, ' pour le ')}.`,
  done: () => 'est traitée. Merci.',
  answered: () => 'a une réponse.',
  rejected: () => 'est close sans suite.',
  reopened: () => 'est rouverte.',
  'confirm-follow': () => 'Confirmez ici que vous voulez suivre',
  'area-news': () => 'Du nouveau',
  stopped: () => 'C’est noté : nous ne vous enverrons plus de SMS à ce numéro.',
};

const ENGLISH: Record<Kind, Sentence> = {
  received: (facts) => `was received${by(facts, ' and is with ')}.`,
  accepted: (facts) => `is with ${facts.organization?.name ?? 'the department in charge'}.`,
  refused: (facts) => `changes department${by(facts, ': now with ')}.`,
  transferred: (facts) => `changes department${by(facts, ': now with ')}.`,
  corrected: () => 'was made more precise.',
  merged: () => 'is dealt with together with another about the same problem.',
  unmerged: () => 'is dealt with on its own again.',
  waiting: () => 'needs an answer from you.',
  planned: (facts) => `is planned${on(facts, ' for ')}.`,
  done: () => 'is done. Thank you.',
  answered: () => 'has an answer.',
  rejected: () => 'was closed without action.',
  reopened: () => 'was reopened.',
  'confirm-follow': () => 'Confirm here that you want to follow',
  'area-news': () => 'News',
  stopped: () => 'Your text messages are stopped: we will send nothing more to this number.',
};

const LEAD = {
  fr: { reporter: 'Votre demande', follower: 'La demande' },
  en: { reporter: 'Your request', follower: 'Request' },
};

/** At most so many messages: each is paid for, and a telephone is not a letter box. */
const SEGMENTS = 3;
/** What happens next is worth a second one; the page has it when it is longer. */
const SEGMENTS_WITH_STEPS = 2;

/**
 * The text message: what happened in one sentence, what the town wrote or does next if it holds, and
 * always the whole link.
 */
export function renderSms(facts: MailFacts): string {
  const { kind, language, role, code, serviceName, words, trackingUrl } = facts;
  const sentence = (language === 'fr' ? FRENCH : ENGLISH)[kind](facts);
  if (kind === 'stopped') return cheapest(sentence);
  const isAboutRequest = code !== '';
  const told = isAboutRequest
    ? `${LEAD[language][role]} ${code} (${short(serviceName, 40)}) ${sentence}`
    : `${sentence} : ${short(serviceName, 60)}.`;
  for (const steps of kind === 'received' ? stepsInShort(facts) : []) {
    const text = joined(told, steps, trackingUrl);
    if (sizeOf(text).segments <= SEGMENTS_WITH_STEPS) return text;
  }
  const quoted = words?.replace(/\s+/g, ' ').trim() ?? '';
  for (let length = quoted.length; length > 20; length = Math.floor(length * 0.8)) {
    const text = joined(told, short(quoted, length), trackingUrl);
    if (sizeOf(text).segments <= SEGMENTS) return text;
  }
  return joined(told, '', trackingUrl);
}

/** What the town does next, as this reader reads it; easy French is often shorter. */
function stepsInShort(facts: MailFacts): string[] {
  const { language, plain } = facts;
  const usual = stepsTold(facts, language).join(' ');
  const easy = language === 'fr' ? stepsTold(facts, 'plain').join(' ') : '';
  return (plain ? [easy] : [usual, easy]).filter(Boolean);
}

const joined = (...parts: (string | null)[]) => cheapest(parts.filter(Boolean).join(' '));

const short = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
