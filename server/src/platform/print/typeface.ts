import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/** Atkinson Hyperlegible, made for low vision; its two files share the Latin letters between them. */
const FACES = ['latin', 'latin-ext'] as const;
export type Face = (typeof FACES)[number];
export type Weight = 400 | 700;

/** A stretch of text that one file can draw. */
export interface Run {
  face: Face;
  text: string;
}

const require = createRequire(import.meta.url);

const fileOf = (face: Face, weight: Weight) =>
  readFileSync(
    require.resolve(
      `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${face}-${weight}-normal.woff`,
    ),
  );

interface Typeface {
  files: Record<Weight, Record<Face, Buffer>>;
  has: Record<Face, (codePoint: number) => boolean>;
  /** Of a character, in letters one unit high. */
  advance: Record<Weight, (codePoint: number) => number>;
}

let loaded: Typeface | undefined;

/** Read once, when the first letter is set. */
export function typeface(): Typeface {
  if (loaded) return loaded;
  const filesOf = (weight: Weight) => ({
    latin: fileOf('latin', weight),
    'latin-ext': fileOf('latin-ext', weight),
  });
  const files = { 400: filesOf(400), 700: filesOf(700) };
  const coverage = (face: Face) => {
    const font = open(files[400][face]);
    return (codePoint: number) => font.hasGlyphForCodePoint(codePoint);
  };
  const has = { latin: coverage('latin'), 'latin-ext': coverage('latin-ext') };
  const advanceOf = (weight: Weight) => {
    const fonts = {
      latin: open(files[weight].latin),
      'latin-ext': open(files[weight]['latin-ext']),
    };
    const known = new Map<number, number>();
    return (codePoint: number) => {
      let advance = known.get(codePoint);
      if (advance === undefined) {
        const font = fonts[has.latin(codePoint) ? 'latin' : 'latin-ext'];
        advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
        known.set(codePoint, advance);
      }
      return advance;
    };
  };
  loaded = { files, has, advance: { 400: advanceOf(400), 700: advanceOf(700) } };
  return loaded;
}

const open = (file: Buffer) => fontkit.create(file) as fontkit.Font;

/**
 * How wide a text is, in points; kerning aside, which only ever brings letters closer. Much faster
 * than setting it, and a line is measured at each of its words.
 */
export function widthOf(text: string, weight: Weight, size: number): number {
  const advance = typeface().advance[weight];
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0) ?? 0);
  return width * size;
}

/** Stands for what the typeface cannot draw: an emoji, another script. */
const UNPRINTABLE = '[…]';

/**
 * A text with what the typeface cannot draw replaced by {@link UNPRINTABLE}, one for each stretch.
 *
 * A letter with empty boxes, or with Arabic letters in the wrong order, would be worse than one
 * that says where something is missing.
 */
export function printable(text: string): { text: string; complete: boolean } {
  const { has } = typeface();
  const canDraw = (character: string) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return character === '\n' || FACES.some((face) => has[face](codePoint));
  };
  let complete = true;
  let out = '';
  // Composed; thin and odd spaces are spaces; invisible joiners and selectors say nothing on paper.
  const simple = text
    .normalize('NFC')
    .replace(/\u202f/g, '\u00a0')
    .replace(/[\t\p{Zs}]/gu, (space) => (space === '\u00a0' ? space : ' '))
    .replace(/\p{DI}|(?!\n)\p{Cc}/gu, '');
  for (const character of simple) {
    if (canDraw(character)) out += character;
    else {
      complete = false;
      // Words of another script make one mark, spaces included.
      out = out.replace(/\[…\] *$/, '');
      out += UNPRINTABLE;
    }
  }
  return { text: out, complete };
}

/** Cuts a printable text where the file that draws it changes. */
export function runsOf(text: string): Run[] {
  const { has } = typeface();
  const runs: Run[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const face: Face = has.latin(codePoint) ? 'latin' : 'latin-ext';
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}
