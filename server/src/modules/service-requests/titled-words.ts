import { cleanLine, cleanText } from './clean-text.ts';

/** What the town writes to a resident, and what it puts above. */
export interface TitledWords {
  subject: string | null;
  text: string;
}

/** As one writes it above a letter. */
const SUBJECT = /^(?:objet|subject)\s*:\s*(\S.*?)\s*(?:\n+|$)/i;

/**
 * One text of both, kept as one: what may name somebody stands in one place, where it can be erased.
 * The line « Objet : … » reads well wherever the text is shown.
 */
export function joinTitle({ subject, message }: { subject?: string; message: string }): string {
  const text = cleanText(message);
  const title = cleanLine(subject ?? '');
  return title ? `Objet : ${title}\n\n${text}` : text;
}

/** The two apart again; a text without such a first line has no subject. */
export function splitTitle(words: string): TitledWords {
  const found = SUBJECT.exec(words);
  const text = found ? words.slice(found[0].length).trim() : '';
  return found?.[1] && text ? { subject: found[1], text } : { subject: null, text: words };
}
