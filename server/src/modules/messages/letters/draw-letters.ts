import { encode } from 'uqr';
import {
  type Block,
  BODY,
  breakLines,
  type Doc,
  drawFoot,
  drawLine,
  MARGIN,
  MM,
  PAGE,
  type PdfOptions,
  type Placed,
  paginate,
  printable,
  type Weight,
  widthIn,
  wrap,
  writePdf,
} from '../../../platform/print/index.ts';
import type { Letter } from './letter.ts';
import { ADDRESS, HEADING_TOP, QR_SIDE, SENDER } from './measures.ts';

export interface PrintOptions extends PdfOptions {
  /** Each letter begins on its own sheet when both sides are printed. */
  duplex?: boolean;
}

/** Sets letters as one PDF, each on pages of its own: the address in the window of a French DL envelope. */
export function drawLetters(
  letters: readonly Letter[],
  { duplex = false, ...options }: PrintOptions,
): Promise<Buffer> {
  return writePdf(options, (doc) => {
    let pages = 0;
    for (const letter of letters) {
      if (duplex && pages % 2 === 1) {
        doc.addPage();
        pages++;
      }
      pages += drawLetter(doc, letter);
    }
  });
}

/** Something of the body: its lines, how they look, and what it is to a reader of screens. */
interface Part extends Block {
  tag: 'H1' | 'P' | 'Figure';
  texts: string[];
  weight: Weight;
  left: number;
}

const FIRST_HEIGHT = PAGE.height - MARGIN.bottom - HEADING_TOP;
const NEXT_HEIGHT = PAGE.height - MARGIN.bottom - MARGIN.top;

const INCOMPLETE = {
  fr: 'Le signe […] tient la place de caractères qui ne s’impriment pas ici ; le texte entier est sur la page de suivi.',
  en: 'The mark […] stands for characters that cannot be printed here; the whole text is on the tracking page.',
};

/** @returns how many pages it took */
function drawLetter(doc: Doc, letter: Letter): number {
  const body = partsOf(letter);
  const pages = paginate(body, (page) => (page === 0 ? FIRST_HEIGHT : NEXT_HEIGHT));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const elements = body.map(({ tag, texts }) =>
    doc.struct(tag, tag === 'Figure' ? { alt: texts.join(' ') } : {}),
  );
  for (const [number, placed] of pages.entries()) {
    doc.addPage();
    if (number === 0) drawHead(doc, letter, root);
    const top = number === 0 ? HEADING_TOP : MARGIN.top;
    for (const one of placed) drawPart(doc, letter, { ...one, top: top + one.top }, body, elements);
    if (pages.length > 1) drawFoot(doc, number + 1, pages.length, letter.reference);
  }
  for (const element of elements) root.add(element);
  for (const element of elements) element.end();
  root.end();
  return pages.length;
}

function partsOf(letter: Letter): Part[] {
  let complete = true;
  const part = (text: string, more: Partial<Part> = {}): Part => {
    const clean = printable(text);
    complete &&= clean.complete;
    const { weight = 400, left = MARGIN.left } = more;
    const width = PAGE.width - MARGIN.right - left;
    const texts = breakLines(clean.text, width, widthIn(weight, BODY.size));
    return {
      tag: 'P',
      left,
      weight,
      texts,
      lines: texts.map(() => BODY.leading),
      gap: BODY.gap,
      ...more,
    };
  };
  const paragraphs = letter.paragraphs.filter((text) => text.trim() !== '');
  const parts = [
    part(letter.placeAndDate, { left: ADDRESS.left }),
    part(letter.reference, { gap: 10 }),
    part(letter.subject, { tag: 'H1', weight: 700, gap: 14, keepWithNext: true }),
    ...paragraphs.map((text, index) =>
      part(text, {
        gap: index === 0 ? 16 : BODY.gap,
        // Salutation with the first words, last words with the signature.
        keepWithNext: index === 0 || index === paragraphs.length - 1,
      }),
    ),
    part(letter.signature, { weight: 700, gap: 14 }),
  ];
  if (!complete) parts.push(part(INCOMPLETE[letter.language], { gap: 16 }));
  if (letter.tracking) parts.push(trackingPart(letter.tracking));
  return parts;
}

function trackingPart({ url, caption }: NonNullable<Letter['tracking']>): Part {
  return {
    tag: 'Figure',
    left: MARGIN.left,
    weight: 400,
    texts: [caption, url],
    lines: [QR_SIDE + 2 * MM],
    gap: 22,
  };
}

/** Sender and recipient, in the order in which they are read. */
function drawHead(doc: Doc, letter: Letter, root: PDFKit.PDFStructureElement): void {
  const { sender, recipient } = letter;
  const block = (draw: () => void) => {
    const element = doc.struct('P');
    const content = doc.markStructureContent('P');
    draw();
    doc.endMarkedContent();
    element.add(content);
    root.add(element);
    element.end();
  };
  block(() => {
    const name = wrap(sender.name, SENDER.width, 700, 12);
    const lines = sender.lines.flatMap((line) => wrap(line, SENDER.width, 400, 9));
    name.forEach((line, index) => {
      drawLine(doc, line, SENDER.left, SENDER.top + index * 15, 700, 12);
    });
    lines.forEach((line, index) => {
      drawLine(doc, line, SENDER.left, SENDER.top + name.length * 15 + 3 + index * 12, 400, 9);
    });
  });
  if (recipient.length === 0) return;
  block(() => {
    const { lines, size } = fitAddress(recipient);
    lines.forEach((line, index) => {
      drawLine(doc, line, ADDRESS.left, ADDRESS.top + index * size * 1.15, 400, size);
    });
  });
}

/** The largest letters in which the whole address shows in the window. */
function fitAddress(recipient: readonly string[]): { lines: string[]; size: number } {
  let size = 11;
  let lines: string[];
  do {
    size -= 0.5;
    lines = recipient.flatMap((line) => wrap(line, ADDRESS.width, 400, size));
  } while (lines.length * size * 1.15 > ADDRESS.height && size > 5);
  return { lines, size };
}

function drawPart(
  doc: Doc,
  letter: Letter,
  placed: Placed,
  parts: readonly Part[],
  elements: readonly PDFKit.PDFStructureElement[],
): void {
  const part = parts[placed.block] as Part;
  const content = doc.markStructureContent(part.tag);
  if (part.tag === 'Figure' && letter.tracking) drawTracking(doc, letter.tracking, placed.top);
  else {
    part.texts.slice(placed.from, placed.to).forEach((text, index) => {
      drawLine(doc, text, part.left, placed.top + index * BODY.leading, part.weight, BODY.size);
    });
  }
  doc.endMarkedContent();
  elements[placed.block]?.add(content);
}

/** The code, and beside it the same address for those without a camera. */
function drawTracking(doc: Doc, { url, caption }: NonNullable<Letter['tracking']>, top: number) {
  const { data, size } = encode(url, { ecc: 'M', border: 4 });
  const module = QR_SIDE / size;
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      // A hair wider than a module, so that printers leave no white line between two.
      if (dark) doc.rect(MARGIN.left + x * module, top + y * module, module + 0.05, module + 0.05);
    });
  });
  doc.fill('#000000');
  const left = MARGIN.left + QR_SIDE + 4 * MM;
  const width = PAGE.width - MARGIN.right - left;
  const words = wrap(caption, width, 400, 10);
  const lines = [...words, ...wrap(url, width, 700, 10)];
  const first = top + (QR_SIDE - lines.length * 14) / 2;
  lines.forEach((line, index) => {
    drawLine(doc, line, left, first + index * 14, index < words.length ? 400 : 700, 10);
  });
}
