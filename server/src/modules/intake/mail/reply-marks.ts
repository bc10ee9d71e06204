/** How mail programs, in French and in English, announce what they quote. */

/** « Le lun. 3 mars 2025 à 10:12, X <x@y> a écrit : », on one line or folded on a few. */
const ATTRIBUTION =
  /^(?:>\s?)*(?:Le|On|Am|El)\s.{6,300}(?:a écrit|a ecrit|wrote|schrieb|escribió)\s?:\s*$/iu;
/** « jeudi 3 mars 2025 à 10:12 +0100, X : » and « 2025-03-03 10:12 GMT+01:00 X : » of older programs. */
const BARE_ATTRIBUTION = /^\d{4}-\d\d-\d\d \d\d:\d\d (?:GMT|UTC)?[+-]\d\d:?\d\d,? .{1,200}:\s*$/u;
const LONGEST_ATTRIBUTION = 4;
/** It begins with a date: a sentence that merely begins with « Le » does not. */
const DATED = /^(?:>\s?)*(?:Le|On|Am|El)\s.{0,40}\d/iu;

const ORIGINAL_MESSAGE =
  /^\s*-{2,}\s?(?:Message d['’]origine|Message original|Original Message|Original Appointment|Réponse|Reply)\s?-{2,}\s*$/iu;
const FORWARD =
  /^\s*(?:-{2,}\s?(?:Forwarded message|Message transféré|Message transmis|Courriel transféré|Weitergeleitete Nachricht)\s?-{2,}|(?:Début du message (?:transféré|réexpédié)|Begin forwarded message)\s?:)\s*$/iu;

/** The block of headers that Outlook writes above what it quotes. */
const FROM = /^\s*\*?(?:De|From|Expéditeur|Von)\s?:\*?\s?\S/iu;
const OTHER_HEADERS =
  /^\s*\*?(?:Envoyé|Envoyée|Sent|Date|À|A|To|Cc|Objet|Subject|Destinataire)(?: le)?\s?:/iu;
const HEADERS_READ = 7;
const RULE = /^\s*[_-]{10,}\s*$/u;

/** Whether the line announces a message passed on: the very thing that the mail is about. */
export function isForwardMark(line: string): boolean {
  return FORWARD.test(line);
}

/**
 * Whether a quotation is announced here.
 *
 * @returns how many lines announce it; 0 when none does
 */
export function readReplyMark(lines: readonly string[], at: number): number {
  const line = lines[at] as string;
  if (ORIGINAL_MESSAGE.test(line)) return 1;
  if (BARE_ATTRIBUTION.test(line)) return 1;
  if (DATED.test(line)) {
    for (let length = 1; length <= LONGEST_ATTRIBUTION; length++) {
      const folded = lines.slice(at, at + length);
      // A sentence of the author's that begins with « Le » ends before the blank line.
      if (folded.some((part) => part.trim() === '')) break;
      if (ATTRIBUTION.test(folded.join(' '))) return length;
    }
  }
  if (RULE.test(line) && FROM.test(lines[at + 1] ?? ''))
    return isHeaderBlock(lines, at + 1) ? 2 : 0;
  return FROM.test(line) && isHeaderBlock(lines, at) ? 1 : 0;
}

/** One « De : » is a word of the author's; with « Envoyé : », « À : » or « Objet : » it is Outlook's. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const following = lines.slice(at + 1, at + HEADERS_READ);
  return following.filter((line) => OTHER_HEADERS.test(line)).length >= 2;
}
