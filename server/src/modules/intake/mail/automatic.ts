/** What of a mail tells that no person wrote it to us. */
export interface MailSigns {
  /** Lower-case names. */
  headers: ReadonlyMap<string, string>;
  subject: string;
  /** Address of its author, lower case. */
  from: string;
  /** Addresses that are ours: what comes from them turns in a circle. */
  ours: ReadonlySet<string>;
  /** Servers that it went through. */
  hops: number;
}

/** Why a mail is kept but not taken for a resident's words. */
export type Automatic = 'loop' | 'mailing-list' | 'auto-reply' | 'spam';

const ABSENCE =
  /^\s*(?:(?:re|tr|fwd?)\s?:\s*)?(?:réponse (?:automatique|auto)|reponse automatique|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|auto\s?:|out of (?:the )?office|absen(?:ce|t|te) (?:du|de) bureau|(?:message|notification|avis) d['’]absence|je suis absente?|absence\s?:|automatische antwort)/iu;
const MOST_HOPS = 50;
/** Names that only machines bear (RFC 2142, and what mail servers use). */
const MACHINE = /^(?:mailer-daemon|postmaster|bounces?)(?:[+-][^@]*)?@/i;

/**
 * Tells a machine's mail from a person's.
 *
 * Source: RFC 3834 §2 (what a responder must never answer), RFC 2919 and RFC 2369 (lists),
 * MS-OXCMAIL §2.1.3.2.20 for `X-Auto-Response-Suppress`.
 *
 * @returns why nobody wrote it, or `undefined` when somebody seems to have
 */
export function automaticOf({
  headers,
  subject,
  from,
  ours,
  hops,
}: MailSigns): Automatic | undefined {
  const is = (name: string, pattern: RegExp) => pattern.test(headers.get(name) ?? '');
  if (ours.has(from) || hops > MOST_HOPS || headers.has('x-loop')) return 'loop';
  if (headers.has('list-id') || headers.has('list-post') || headers.has('list-unsubscribe')) {
    return 'mailing-list';
  }
  if (is('precedence', /^\s*(?:bulk|list|junk)/i)) return 'mailing-list';
  if (
    is('auto-submitted', /^\s*(?!no\b)\S/i) ||
    is('precedence', /^\s*auto_reply/i) ||
    is('x-auto-response-suppress', /\b(?:all|oof|autoreply|dr|rn|nrn)\b/i) ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    is('return-path', /^\s*<\s*>/) ||
    MACHINE.test(from) ||
    ABSENCE.test(subject)
  ) {
    return 'auto-reply';
  }
  return is('x-spam-flag', /^\s*yes/i) ? 'spam' : undefined;
}
