const NO_BREAK = '\u00a0';
/** What its author or a program must find again as it was: left alone. */
const VERBATIM = /<(textarea|pre|code|script|style)\b[^>]*>[\s\S]*?<\/\1>/gi;
/** It begins with what is looked for: an engine then skips all else at full speed. */
const SPACE = / (?:(?<=\S )(?=[?!:;»])|(?<=« ))/g;

/**
 * French signs are set off by a space that must not break: « comme ici » ; or else a line begins
 * with a question mark. Catalogues and agents type plain spaces; this puts the right ones in a page.
 *
 * Looks for the few spaces first and asks afterwards where each stands: every page passes here.
 *
 * @param html - a whole page, or a part that cuts no tag; attributes are left as they are
 */
export function frenchSpaces(html: string): string {
  const verbatim = [...html.matchAll(VERBATIM)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return html.replace(SPACE, (space, at: number) =>
    isInTag(html, at) || verbatim.some(({ from, to }) => from < at && at < to) ? space : NO_BREAK,
  );
}

/**
 * The same for the words of a catalogue, for the faces that the browser draws: every sentence of it,
 * those that are made of parts included.
 */
export function withFrenchSpaces<Words>(words: Words): Words {
  return kept(words) as Words;
}

function kept(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(SPACE, NO_BREAK);
  if (typeof value === 'function') return (...parts: unknown[]) => kept(value(...parts));
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, kept(one)]));
}

const isInTag = (html: string, at: number) => html.lastIndexOf('<', at) > html.lastIndexOf('>', at);
