import type { Line } from './held.ts';

/** What the page tells: kinds of data, each with its items. */
export interface ExportPage {
  language: string;
  heading: string;
  intro: string;
  kinds: { name: string; items: { lines: Line[]; photos: string[] }[] }[];
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] as string);

const STYLE = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}
section{break-inside:avoid;border-top:1px solid #767676;padding:1rem 0}
dt{color:#444;font-size:.875rem}dd{margin:0 0 .75rem;white-space:pre-line;overflow-wrap:anywhere}
img{max-width:100%;max-height:24rem}`;

/**
 * Pure. One page that reads and prints anywhere, without the site that it came from: no script, and
 * the photos are in it.
 *
 * @param page - photos are `data:` URLs
 */
export function writeExportPage({ language, heading, intro, kinds }: ExportPage): string {
  const sections = kinds.map(({ name, items }) => {
    const written = items.map(({ lines, photos }) => {
      const facts = lines.map(
        ({ label, text }) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`,
      );
      const pictures = photos.map((photo) => `<p><img src="${escaped(photo)}" alt=""></p>`);
      return `<section><dl>${facts.join('')}</dl>${pictures.join('')}</section>`;
    });
    return `<h2>${escaped(name)}</h2>${written.join('')}`;
  });
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(heading)}</title>
<style>${STYLE}</style></head><body><h1>${escaped(heading)}</h1><p>${escaped(intro)}</p>
${sections.join('\n')}</body></html>
`;
}
