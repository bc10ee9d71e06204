import { frenchDate } from '../../platform/clock/index.ts';
import {
  BODY,
  drawFoot,
  drawLine,
  MARGIN,
  PAGE,
  paginate,
  type Weight,
  wrap,
  writePdf,
} from '../../platform/print/index.ts';
import type { readRegister } from './register.ts';

type Register = Awaited<ReturnType<typeof readRegister>>;
type Item = Register['items'][number];

const HEADINGS = [
  'Traitement',
  'Finalité',
  'Fondement',
  'Personnes concernées',
  'Données',
  'Destinataires',
  'Durée de conservation',
  'Ce qu’un effacement emporte',
  'Ce qu’un effacement laisse, et pourquoi',
] as const;

const cellsOf = (item: Item): string[] => [
  item.name,
  item.purpose,
  item.legalBasis,
  item.people,
  item.data.map(({ kind }) => kind).join(' ; '),
  item.recipients,
  item.days === null ? item.since : `${item.days} jours après ${item.since}`,
  item.erasure?.goes ?? '',
  item.erasure?.stays ?? '',
];

/** The register as a table for a spreadsheet: UTF-8 with its mark and semicolons, as Excel reads French. */
export function registerCsv({ items }: Register): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = [HEADINGS, ...items.map(cellsOf)];
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

const TITLE = 'Registre des activités de traitement';
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

interface Paragraph {
  tag: 'H1' | 'H2' | 'P';
  text: string;
  weight: Weight;
  gap: number;
  keepWithNext?: boolean;
}

/** The register as a document that prints: who answers for it, then each processing. */
export function registerPdf(register: Register, at: Date): Promise<Buffer> {
  const parts = paragraphsOf(register, at).map((one) => {
    const texts = wrap(one.text, WIDTH, one.weight, BODY.size);
    return { ...one, texts, lines: texts.map(() => BODY.leading) };
  });
  return writePdf({ title: TITLE, language: 'fr', at }, (doc) => {
    const root = doc.struct('Document');
    doc.addStructure(root);
    const elements = parts.map(({ tag }) => doc.struct(tag));
    const pages = paginate(parts, () => HEIGHT);
    for (const [index, placed] of pages.entries()) {
      doc.addPage();
      drawFoot(doc, index + 1, pages.length, TITLE);
      for (const { block, from, to, top } of placed) {
        const part = parts[block] as (typeof parts)[number];
        const content = doc.markStructureContent(part.tag);
        part.texts.slice(from, to).forEach((text, index) => {
          const y = MARGIN.top + top + index * BODY.leading;
          drawLine(doc, text, MARGIN.left, y, part.weight, BODY.size);
        });
        doc.endMarkedContent();
        elements[block]?.add(content);
      }
    }
    for (const element of elements) root.add(element);
    for (const element of elements) element.end();
    root.end();
  });
}

function paragraphsOf({ contact, items }: Register, at: Date): Paragraph[] {
  const plain = (text: string): Paragraph => ({ tag: 'P', text, weight: 400, gap: 4 });
  const said = (label: string, text: string) => (text ? [plain(`${label} : ${text}`)] : []);
  return [
    { tag: 'H1', text: TITLE, weight: 700, gap: 0 },
    plain(`Au ${frenchDate(at)}`),
    ...said('Responsable du traitement', contact.controller),
    ...said('Délégué à la protection des données', contact.officer),
    ...said('Adresse électronique', contact.email),
    ...said('Téléphone', contact.phone),
    ...said('Adresse', contact.address.replaceAll('\n', ', ')),
    ...items.flatMap((item): Paragraph[] => {
      const [name = '', ...cells] = cellsOf(item);
      return [
        { tag: 'H2', text: name, weight: 700, gap: 18, keepWithNext: true },
        ...cells.flatMap((text, index) => said(HEADINGS[index + 1] as string, text)),
      ];
    }),
  ];
}
