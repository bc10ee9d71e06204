const NO_BREAK = '\u00a0';
/** What its author or a program must find again as it was: left alone. */
const VERBATIM = /<(textarea|pre|code|script|style)\b[^>]*>[\s\S]*?<\/\1>/gi;
const TEXT = />[^<]+/g;

/**
 * French signs are set off by a space that must not break: « comme ici » ; or else a line begins
 * with a question mark. Catalogues and agents type plain spaces; this puts the right ones in a page.
 *
 * @param html - a whole page, or a part that cuts no tag; attributes are left as they are
 */
export function frenchSpaces(html: string): string {
  let result = '';
  let last = 0;
  for (const verbatim of html.matchAll(VERBATIM)) {
    result += spaceTexts(html.slice(last, verbatim.index)) + verbatim[0];
    last = verbatim.index + verbatim[0].length;
  }
  return result + spaceTexts(html.slice(last));
}

const spaceTexts = (html: string) =>
  html.replace(TEXT, (text) =>
    text.replace(/(?<=\S) (?=[?!:;»])/g, NO_BREAK).replace(/(?<=«) /g, NO_BREAK),
  );
