import { compile } from 'html-to-text';

/** Enough for any letter; a newsletter that is larger is no request. */
const LONGEST_HTML = 1_000_000;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: LONGEST_HTML, maxDepth: 100, maxChildNodes: 10_000 },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'head', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
});

/**
 * The words of a mail that was written in HTML only; what it quotes is marked by `>`.
 *
 * @returns an empty text for what no program could show either
 */
export function htmlToWords(html: string): string {
  // A converter recurses: markup nested without end is no letter.
  if (deepest(html) > DEEPEST) return '';
  try {
    return convert(html).trim();
  } catch {
    return '';
  }
}

const DEEPEST = 500;

function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag, end] of html.slice(0, LONGEST_HTML).matchAll(/<(\/?)[a-z][^<>]{0,2000}/gi)) {
    if (/^<\/?(?:br|img|hr|input|meta|link|area|col|wbr)\b/i.test(tag)) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}
