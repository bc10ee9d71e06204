import { english } from './catalogue-en.ts';
import { french } from './catalogue-fr.ts';
import { plainFrench } from './catalogue-plain.ts';
import { legalWords } from './legal-words.ts';
import type { Kind } from './model.ts';
import type { NextSteps } from './neighbours.ts';

/** What a message may say: of this request alone, and of nobody but its organizations. */
export interface MailFacts {
  kind: Kind;
  /** Who reads it: who reported, or who follows. */
  role: 'reporter' | 'follower';
  language: 'fr' | 'en';
  /** In French that is easy to read (FALC). */
  plain: boolean;
  code: string;
  serviceName: string;
  /** « 12 rue des Lilas, Villefranche ». */
  place: string;
  organization: { name: string; phone: string | null; email: string | null } | null;
  /** That had it before and does not any more. */
  formerOrganization: string | null;
  /** What happens next once this service is asked for, in the town's own words. */
  nextSteps?: NextSteps | undefined;
  /** Of an administrative demand: what silence comes to, and when. */
  legal?: { silence: 'acceptance' | 'rejection'; lastDay: string; source: string } | null;
  receivedAt: Date;
  /** When an answer is due at the latest. */
  dueAt: Date | null;
  /** Of a planned visit. */
  scheduledStart: Date | null;
  /** What the town put above its words: the subject instead of ours. */
  title?: string | null;
  /** What the town wrote to the resident: an answer, a reason. */
  words: string | null;
  /** Whether photos show that it is done. */
  hasPhotos: boolean;
  /** How many files of what they sent could not be kept. */
  filesLeftOut?: number;
  /** Whether residents had it reopened. */
  byResidents: boolean;
  /** Of the question whether one follows: what. */
  followed?: 'request' | 'street' | 'park' | 'commune';
  /** Of an area: what happened there, newest first. */
  news?: { title: string; state: string; url: string | null }[];
  /** Absent as long as the installation has no public address. */
  trackingUrl: string | null;
  /** Where to end these messages; absent likewise, and where there is nothing to end. */
  unfollowUrl: string | null;
}

/** A mail, ready to leave. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** One language's words. */
export interface Catalogue {
  greeting: string;
  kinds: Record<Kind, (facts: MailFacts) => Story>;
  /** Above what the town wrote. */
  quote: string;
  /** Files of what they sent were too large. */
  leftOut: string;
  nextTitle: string;
  /** Above the address of the reader's own page. */
  follow: (facts: MailFacts) => string;
  contact: (organization: NonNullable<MailFacts['organization']>, facts: MailFacts) => string;
  automatic: (facts: MailFacts) => string;
  unfollow: string;
  /** Asked once, when the request is closed. */
  satisfaction: { question: string; notDone: string };
}

/** What happened, and what happens next and when. */
interface Story {
  subject: string;
  happened: string[];
  next: string[];
  /** Whether it ends the request: the reader is asked what they think of it. */
  closes?: true;
}

const CATALOGUES: Record<MailFacts['language'], Catalogue> = { fr: french, en: english };

const catalogueOf = ({ language, plain }: MailFacts): Catalogue =>
  plain && language === 'fr' ? plainFrench : CATALOGUES[language];

/** What the message is about, as the console lists it: never a person's own words. */
export function subjectOf(facts: MailFacts): string {
  return oneLine(catalogueOf(facts).kinds[facts.kind](facts).subject);
}

/** What is told, with what the law adds to an acknowledgement. */
function storyOf(facts: MailFacts): Story {
  const story = catalogueOf(facts).kinds[facts.kind](facts);
  const isReceipt = facts.kind === 'received' && facts.role === 'reporter';
  return isReceipt ? { ...story, next: [...story.next, ...legalWords(facts)] } : story;
}

/** The same words without the mail around them, for a letter. */
export function wordsOf(facts: MailFacts): { subject: string; happened: string[]; next: string[] } {
  const { subject, happened, next } = storyOf(facts);
  return { subject: oneLine(facts.title ?? subject), happened, next };
}

/** Writes the mail, in plain text and in HTML that says the same. */
export function renderMail(facts: MailFacts): Mail {
  const catalogue = catalogueOf(facts);
  const story = storyOf(facts);
  const blocks: Block[] = [
    { kind: 'paragraph', lines: [catalogue.greeting] },
    ...story.happened.map((line): Block => ({ kind: 'paragraph', lines: [line] })),
  ];
  if (facts.words) {
    blocks.push({ kind: 'paragraph', lines: [catalogue.quote] });
    blocks.push({ kind: 'quote', lines: facts.words.trim().split(/\r?\n/) });
  }
  if (facts.filesLeftOut) blocks.push({ kind: 'paragraph', lines: [catalogue.leftOut] });
  if (story.next.length > 0) {
    blocks.push({ kind: 'title', lines: [catalogue.nextTitle] });
    blocks.push({ kind: 'paragraph', lines: story.next });
  }
  for (const { title, state, url } of facts.news ?? []) {
    const line = `${title} – ${state}`;
    blocks.push(url ? { kind: 'link', lines: [line, url] } : { kind: 'paragraph', lines: [line] });
  }
  if (facts.trackingUrl) {
    blocks.push({ kind: 'link', lines: [catalogue.follow(facts), facts.trackingUrl] });
    if (story.closes) blocks.push(...opinion(catalogue, facts.trackingUrl));
  }
  if (facts.organization) {
    blocks.push({ kind: 'paragraph', lines: [catalogue.contact(facts.organization, facts)] });
  }
  blocks.push({ kind: 'note', lines: [catalogue.automatic(facts)] });
  if (facts.unfollowUrl) {
    blocks.push({ kind: 'link', lines: [catalogue.unfollow, facts.unfollowUrl] });
  }
  const subject = oneLine(titled(facts) ?? story.subject);
  return {
    subject,
    text: `${blocks.map(asText).join('\n\n')}\n`,
    html: page(facts.language, subject, blocks.map(asHtml).join('\n')),
  };
}

/** A mail is found again by the number in its subject. */
function titled({ title, code, language }: MailFacts): string | null {
  if (!title || title.includes(code)) return title ?? null;
  return `${title.slice(0, 160)} (${language === 'fr' ? 'demande' : 'request'} ${code})`;
}

/**
 * « Ce n’est pas fait », and the one question of satisfaction. A link records nothing by itself, for
 * mail filters open every link of a mail: the page asks.
 */
function opinion({ satisfaction }: Catalogue, page: string): Block[] {
  return [
    { kind: 'link', lines: [satisfaction.notDone, `${page}#pas-fait`] },
    { kind: 'link', lines: [satisfaction.question, `${page}#avis`] },
  ];
}

interface Block {
  kind: 'paragraph' | 'title' | 'quote' | 'link' | 'note';
  lines: string[];
}

function asText({ kind, lines }: Block): string {
  if (kind === 'quote') return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
  return lines.join('\n');
}

function asHtml({ kind, lines }: Block): string {
  const words = lines.map(escapeHtml).join('<br>');
  if (kind === 'title') return `<h2 style="font-size:1.1em;margin:1.5em 0 0">${words}</h2>`;
  if (kind === 'quote') {
    return `<blockquote style="margin:0;padding:0 0 0 1em;border-left:4px solid #1d4f91">${words}</blockquote>`;
  }
  if (kind === 'link') {
    const [label = '', url = ''] = lines.map(escapeHtml);
    return `<p>${label}<br><a href="${url}" style="color:#1d4f91">${url}</a></p>`;
  }
  if (kind === 'note') return `<p style="color:#595959;font-size:0.9em">${words}</p>`;
  return `<p>${words}</p>`;
}

function page(language: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="font-family:Verdana,sans-serif;line-height:1.5;color:#1a1a1a;max-width:38em">
${body}
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A header is one line, whatever the catalogue of services holds. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
