import { joinWords, leftToFill } from './join-words.ts';

/** What is being written to a resident. */
export interface Reply {
  subject: string;
  message: string;
}

/** A chosen template under what was typed already; a subject typed stays. */
export function withTemplate(
  { subject, message }: Reply,
  chosen: { subject: string; body: string },
): Reply {
  return {
    subject: subject.trim() ? subject : chosen.subject,
    message: joinWords(message, chosen.body),
  };
}

/** What a template left for a person to replace, in either. */
export const unfinishedIn = ({ subject, message }: Reply) => leftToFill(`${subject}\n${message}`);

/** Fit to be sent; `undefined` while something is missing. */
export function readReply(reply: Reply): { subject?: string; message: string } | undefined {
  const [subject, message] = [reply.subject.trim(), reply.message.trim()];
  if (!message || unfinishedIn(reply)) return undefined;
  return { ...(subject && { subject }), message };
}
