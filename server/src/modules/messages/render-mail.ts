import { english } from './catalogue-en.ts';
import { french } from './catalogue-fr.ts';
import type { Kind } from './model.ts';

/** What a mail may say: of this request alone, and of nobody but its organization. */
export interface MailFacts {
  kind: Kind;
  language: 'fr' | 'en';
  code: string;
  serviceName: string;
  /** « 12 rue des Lilas, Villefranche ». */
  place: string;
  organization: { name: string; phone: string | null; email: string | null } | null;
  receivedAt: Date;
  /** When an answer is due at the latest. */
  dueAt: Date | null;
  /** Of a planned visit. */
  scheduledStart: Date | null;
  /** What the town wrote to the resident: an answer, a reason. */
  words: string | null;
  /** Absent as long as the installation has no public address. */
  trackingUrl: string | null;
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
  nextTitle: string;
  follow: string;
  contact: (organization: NonNullable<MailFacts['organization']>) => string;
  automatic: string;
}

/** What happened, and what happens next and when. */
interface Story {
  subject: string;
  happened: string[];
  next: string[];
}

const CATALOGUES: Record<MailFacts['language'], Catalogue> = { fr: french, en: english };

/** The subject alone, as the console lists it. */
export function subjectOf(facts: MailFacts): string {
  return oneLine(CATALOGUES[facts.language].kinds[facts.kind](facts).subject);
}

/** Writes the mail, in plain text and in HTML that says the same. */
export function renderMail(facts: MailFacts): Mail {
  const catalogue = CATALOGUES[facts.language];
  const story = catalogue.kinds[facts.kind](facts);
  const blocks: Block[] = [
    { kind: 'paragraph', lines: [catalogue.greeting] },
    ...story.happened.map((line): Block => ({ kind: 'paragraph', lines: [line] })),
  ];
  if (facts.words) {
    blocks.push({ kind: 'paragraph', lines: [catalogue.quote] });
    blocks.push({ kind: 'quote', lines: facts.words.trim().split(/\r?\n/) });
  }
  if (story.next.length > 0) {
    blocks.push({ kind: 'title', lines: [catalogue.nextTitle] });
    blocks.push({ kind: 'paragraph', lines: story.next });
  }
  if (facts.trackingUrl) {
    blocks.push({ kind: 'link', lines: [catalogue.follow, facts.trackingUrl] });
  }
  if (facts.organization) {
    blocks.push({ kind: 'paragraph', lines: [catalogue.contact(facts.organization)] });
  }
  blocks.push({ kind: 'note', lines: [catalogue.automatic] });
  return {
    subject: oneLine(story.subject),
    text: `${blocks.map(asText).join('\n\n')}\n`,
    html: page(facts.language, oneLine(story.subject), blocks.map(asHtml).join('\n')),
  };
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
