import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { MM, PAGE } from '../../../platform/print/index.ts';
import { drawLetters } from './draw-letters.ts';
import type { Letter } from './letter.ts';
import { WINDOW } from './measures.ts';

const letter = (changes: Partial<Letter> = {}): Letter => ({
  language: 'fr',
  sender: { name: 'Ville d’Ouestville', lines: ['04 00 00 00 00', 'voirie@ouestville.example'] },
  recipient: ['Odile Résidente', '12 rue des Lilas', 'Bâtiment B', '99100 OUESTVILLE'],
  placeAndDate: 'Ouestville, le 24 novembre 2026',
  reference: 'Nos références : demande K7QM-2X9D',
  subject: 'Objet : réponse à votre demande « Nid-de-poule »',
  paragraphs: ['Bonjour Odile Résidente,', 'Le trou est comblé. Merci de votre cœur à l’ouvrage.'],
  signature: 'Ville d’Ouestville',
  tracking: { url: 'https://demandes.test/suivi/K7QM-2X9D', caption: 'Suivez votre demande :' },
  ...changes,
});
const options = {
  title: 'Courriers',
  language: 'fr' as const,
  at: new Date('2026-11-24T09:00:00Z'),
};
const draw = (...letters: Letter[]) => drawLetters(letters, options);

interface Seen {
  text: string;
  left: number;
  right: number;
  /** From the top of the page. */
  top: number;
  bottom: number;
}

/** Reads the file as any other program would. @returns what each page says, and where */
async function read(pdf: Buffer) {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: Seen[][] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , x, y] = item.transform as number[] as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const size = item.height;
        return {
          text: item.str,
          left: x,
          right: x + item.width,
          top: PAGE.height - y - size * 0.8,
          bottom: PAGE.height - y + size * 0.2,
        };
      }),
    );
  }
  return { file, pages, words: pages.map((page) => page.map(({ text }) => text).join(' ')) };
}

const RECIPIENT = letter().recipient;

describe('a letter', () => {
  it('says everything, in the order in which it is read', async () => {
    const { words, file } = await read(await draw(letter()));
    expect(words).toHaveLength(1);
    const order = [
      'Ville d’Ouestville',
      'Odile Résidente',
      'le 24 novembre',
      'K7QM',
      'Objet',
      'cœur',
      'suivi/K7QM',
    ];
    const places = order.map((text) => words[0]?.indexOf(text) ?? -1);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const { info } = await file.getMetadata();
    expect(info).toMatchObject({ Title: 'Courriers', Language: 'fr-FR' });
  });

  it('shows in the window of its envelope the address, whole and alone', async () => {
    for (const recipient of [
      RECIPIENT,
      [...RECIPIENT, 'Lieu-dit', 'FRANCE'],
      [
        'Une raison sociale très longue qui ne tient pas du tout sur une seule ligne',
        'a'.repeat(120),
      ],
    ]) {
      const { pages } = await read(await draw(letter({ recipient })));
      const through = (pages[0] ?? []).filter(
        ({ left, right, top, bottom }) =>
          right > WINDOW.left && left < WINDOW.right && bottom > WINDOW.top && top < WINDOW.bottom,
      );
      expect(
        through
          .map(({ text }) => text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(recipient.join('').replaceAll(' ', ''));
      // Wherever the sheet has slid to in the envelope.
      for (const { left, right, top, bottom } of through) {
        expect(left).toBeGreaterThanOrEqual(100 * MM);
        expect(right).toBeLessThanOrEqual(190 * MM);
        expect(top).toBeGreaterThanOrEqual(54.5 * MM);
        expect(bottom).toBeLessThanOrEqual(79.5 * MM);
      }
    }
  });

  it('of several pages numbers them, and stays within its margins', async () => {
    const paragraphs = Array.from(
      { length: 40 },
      (_, n) => `Paragraphe ${n}. ${'Il fait beau. '.repeat(12)}`,
    );
    const { pages, words } = await read(await draw(letter({ paragraphs })));
    expect(pages.length).toBeGreaterThan(2);
    words.forEach((text, index) => {
      expect(text).toContain(`${index + 1} / ${pages.length}`);
    });
    for (let n = 0; n < 40; n++) expect(words.join(' ')).toContain(`Paragraphe ${n}.`);
    for (const { left, right, bottom } of pages.flat()) {
      expect(left).toBeGreaterThan(19 * MM);
      expect(right).toBeLessThan(191 * MM);
      expect(bottom).toBeLessThan(290 * MM);
    }
  });

  it('draws the accents of all Latin scripts, and says where it cannot', async () => {
    const paragraphs = [
      'Łukasz Dvořák, Çağla, l’œuvre à 12 €, « çà et là »…',
      'Danger 🚧👩🏽‍🦽 ici المصباح في شارعنا مطفأ fin <b>&amp;</b>',
    ];
    const { words } = await read(await draw(letter({ paragraphs })));
    const text = words.join(' ').replaceAll(/\s+/g, ' ');
    expect(text.replaceAll(' ', '')).toContain('ŁukaszDvořák,Çağla,l’œuvreà12€,«çàetlà»…');
    expect(text).toContain('Danger […] ici […] fin <b>&amp;</b>');
    expect(text).toContain('caractères qui ne s’impriment pas');
    expect((await read(await draw(letter()))).words.join(' ')).not.toContain('ne s’impriment pas');
  });

  it('is tagged for readers of screens', async () => {
    const pdf = await draw(letter());
    const { file } = await read(pdf);
    const tree = JSON.stringify(await (await file.getPage(1)).getStructTree());
    for (const tag of ['Document', 'H1', 'P', 'Figure']) expect(tree).toContain(`"${tag}"`);
    expect(tree).toContain('suivi/K7QM-2X9D');
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true });
    expect(pdf.toString('latin1')).toMatch(/pdfuaid:part>1</);
    // Every typeface is in the file: no standard font that a reader must have.
    expect(pdf.toString('latin1')).not.toMatch(/Helvetica/);
  });

  it('is the same bytes for the same words and day', async () => {
    expect((await draw(letter())).equals(await draw(letter()))).toBe(true);
  });

  it('survives 10,000 characters without a space, and no words at all', async () => {
    const { pages } = await read(await draw(letter({ paragraphs: ['x'.repeat(10_000)] })));
    expect(pages.length).toBeGreaterThan(1);
    await draw(
      letter({ paragraphs: [], recipient: [], tracking: null, subject: '', signature: '' }),
    );
  });
});

describe('a batch', () => {
  it('begins each letter on a page of its own, and on a sheet of its own when both sides are printed', async () => {
    expect((await read(await draw(letter(), letter(), letter()))).pages).toHaveLength(3);
    const duplex = await drawLetters([letter(), letter()], { ...options, duplex: true });
    const { words } = await read(duplex);
    expect(words.map((text) => text !== '')).toEqual([true, false, true]);
  });

  it('of a hundred letters is set in seconds', async () => {
    const began = performance.now();
    const pdf = await drawLetters(
      Array.from({ length: 100 }, () => letter()),
      options,
    );
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(pdf.length).toBeLessThan(3_000_000);
  });
});
