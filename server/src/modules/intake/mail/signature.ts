/** RFC 3676 §4.3: « -- » and one space; the space is often lost on the way. */
const SEPARATOR = /^--\s?$/u;
const DEVICE =
  /^\s*(?:Envoyée? (?:de(?:puis)?|à partir d[e’']|avec)\s?(?:mon|ma|l[’']|la|le|un|Outlook|Yahoo|Orange|Proton|mobile|Mail|Samsung|BlueMail|Courrier|SFR|Bouygues)|Sent (?:from|with) |Get Outlook for |Télécharge[rz] Outlook |Obtenir (?:l['’]application )?Outlook |Provenance : Courrier |Garanti sans virus|Virus-free|L['’]absence de virus dans ce courrier)/iu;
const NOTICE =
  /^\s*\*?(?:(?:Ce|Cet|Le présent|This) (?:message|courriel|courrier électronique|e-?mail|mail|mél)\b.{0,400}(?:confidentiel|confidential|destinataire|intended|privileg|strictement)|Avertissement de confidentialité|Afin de préserver l['’]environnement|Pensez à l['’]environnement|Avant d['’]imprimer|N['’]imprimez (?:ce|cet)|Devez-vous vraiment imprimer|Please consider the environment)/iu;
const CLOSING =
  /^\s*(?:(?:bien |très |avec mes )?(?:cordialement|cordiales salutations|salutations|amicalement|respectueusement|sincèrement)|bien à vous|cdlt|cdt|sincères salutations|meilleures salutations|salutations distinguées|best regards|kind regards|regards|yours (?:sincerely|faithfully))\s?[,.!]*\s*$/iu;
/** After a closing: a name, a function, a company, a street, telephones. More is not a signature. */
const LONGEST_SIGNATURE = 10;
const LONGEST_SIGNATURE_LINE = 90;

/**
 * Cuts the signature and what machines append. Of « Cordialement, » the name that follows stays:
 * it is how people sign.
 */
export function cutSignature(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex(
    (line, at) => at > 0 && (SEPARATOR.test(line) || DEVICE.test(line) || NOTICE.test(line)),
  );
  const written = end < 0 ? lines : lines.slice(0, end);
  return cutAfterClosing(written).join('\n').trim();
}

function cutAfterClosing(lines: string[]): string[] {
  const closing = lines.findLastIndex((line) => CLOSING.test(line));
  if (closing < 0) return lines;
  const after = lines.slice(closing + 1);
  const written = after.filter((line) => line.trim() !== '');
  const isSignature =
    written.length <= LONGEST_SIGNATURE &&
    written.every((line) => line.length <= LONGEST_SIGNATURE_LINE);
  if (!isSignature) return lines;
  const name = after.findIndex((line) => line.trim() !== '');
  return lines.slice(0, closing + 1 + (name < 0 ? 0 : name + 1));
}
