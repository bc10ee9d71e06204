import { isForwardMark, readReplyMark } from './reply-marks.ts';
import { cutSignature } from './signature.ts';

/**
 * What the author of a mail wrote themselves: without the messages that they answer, their
 * signature and the notices that their mail server adds.
 *
 * A forwarded message is kept: it is what the mail is about. So is a mail in which nothing else
 * would remain. Whatever is cut stays in the raw mail, which operators can read.
 *
 * @param text - the text of the mail, quotations marked by `>` when its program did so
 */
export function ownWords(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').trim();
  const own = cutSignature(cutQuotations(whole));
  return own === '' ? stripMarks(whole) : own;
}

/**
 * Cuts what is quoted. Words between or after quoted lines are answers and stay; behind a mark whose
 * quotation bears no `>`, nothing tells the two apart: all of it goes.
 */
function cutQuotations(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    if (isForwardMark(lines[at] as string)) return [...kept, ...lines.slice(at)].join('\n').trim();
    const mark = readReplyMark(lines, at);
    if (mark > 0) {
      const after = nextWritten(lines, at + mark);
      if (!isQuoted(lines[after])) break;
      at = after;
    } else {
      const line = lines[at] as string;
      if (!isQuoted(line)) kept.push(line);
      at += 1;
    }
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const isQuoted = (line: string | undefined) => line !== undefined && /^\s{0,2}>/.test(line);

function nextWritten(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  return at;
}

const stripMarks = (text: string) => text.replace(/^(?:\s{0,2}>\s?)+/gm, '').trim();
