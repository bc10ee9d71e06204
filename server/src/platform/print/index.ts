/** Print: tagged A4 documents in PDF, set in a typeface that everyone reads. */
export { breakLines } from './break-lines.ts';
export { BODY, MARGIN, MM, PAGE } from './page.ts';
export { type Block, type Placed, paginate } from './paginate.ts';
export { type Doc, drawFoot, drawLine, type PdfOptions, widthIn, wrap, writePdf } from './pdf.ts';
export { printable, type Weight } from './typeface.ts';
