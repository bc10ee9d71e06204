import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines.ts';
import { MARGIN, MM, PAGE } from './page.ts';
import { printable, runsOf, typeface, type Weight, widthOf } from './typeface.ts';

export type Doc = PDFKit.PDFDocument;

export interface PdfOptions {
  /** Of the file: what a reader's title bar says. */
  title: string;
  language: 'fr' | 'en';
  /** Stands in the file as its date: the same words on the same day are the same bytes. */
  at: Date;
}

/**
 * Makes one PDF: A4, Atkinson Hyperlegible embedded, structure tagged for readers of screens
 * (PDF/UA-1, ISO 14289-1, as far as PDFKit goes).
 *
 * @param draw - adds its pages; the file begins with none
 */
export async function writePdf(
  { title, language, at }: PdfOptions,
  draw: (doc: Doc) => void,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    // Known to PDFKit, not yet to its types.
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    font: typeface().files[400].latin as never,
    info: {
      Title: title,
      Creator: 'Cantonnier',
      Producer: 'Cantonnier',
      CreationDate: at,
      ModDate: at,
    },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  for (const weight of [400, 700] as const) {
    for (const [face, file] of Object.entries(typeface().files[weight])) {
      doc.registerFont(`${face}-${weight}`, file);
    }
  }
  draw(doc);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Cuts a text, made printable, into lines of this width in points. */
export function wrap(text: string, width: number, weight: Weight, size: number): string[] {
  return breakLines(printable(text).text, width, widthIn(weight, size));
}

/** How wide a text is in this weight and size. */
export const widthIn = (weight: Weight, size: number) => (text: string) =>
  widthOf(text, weight, size);

/** Draws one printable line. @param x y - its top left corner, in points from the page's */
export function drawLine(
  doc: Doc,
  text: string,
  x: number,
  y: number,
  weight: Weight,
  size: number,
): void {
  const runs = runsOf(text);
  let left = x;
  for (const run of runs) {
    doc.font(`${run.face}-${weight}`).fontSize(size).fillColor('#000000');
    doc.text(run.text, left, y, { lineBreak: false });
    if (runs.length > 1) left += doc.widthOfString(run.text);
  }
}

/**
 * Draws « 2 / 5 » at the foot of the page, and at its left which document it is of: sheets part
 * company. An artifact: nothing to read aloud.
 */
export function drawFoot(doc: Doc, page: number, pages: number, document = ''): void {
  const size = 8.5;
  const top = PAGE.height - 14 * MM;
  const text = `${page} / ${pages}`;
  doc.markContent('Artifact', { type: 'Pagination' });
  if (document !== '') drawLine(doc, printable(document).text, MARGIN.left, top, 400, size);
  drawLine(doc, text, PAGE.width - MARGIN.right - widthOf(text, 400, size), top, 400, size);
  doc.endMarkedContent();
}
