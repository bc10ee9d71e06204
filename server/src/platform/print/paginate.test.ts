import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';
import { type Block, paginate } from './paginate.ts';

const block = (count: number, more: Partial<Block> = {}): Block => ({
  lines: Array.from({ length: count }, () => 1),
  gap: 0,
  ...more,
});
const ends = (blocks: Block[], height: number) =>
  paginate(blocks, () => height).map((page) => page.map(({ from, to }) => to - from));

describe('paginate', () => {
  it('leaves no line of a paragraph alone, on either page', () => {
    expect(ends([block(8), block(6)], 10)).toEqual([[8, 2], [4]]);
    // One line of room is not enough for the beginning of a paragraph.
    expect(ends([block(9), block(6)], 10)).toEqual([[9], [6]]);
    // Nor is one line of rest enough on the next page.
    expect(ends([block(5), block(6)], 10)).toEqual([[5, 4], [2]]);
  });

  it('keeps together what must stay together', () => {
    expect(ends([block(7), block(2, { keepWithNext: true }), block(3)], 10)).toEqual([[7], [2, 3]]);
  });

  it('drops the space above at the top of a page', () => {
    const [first, second] = paginate([block(9), block(3, { gap: 4 })], () => 10);
    expect(first).toHaveLength(1);
    expect(second?.[0]?.top).toBe(0);
  });

  it('places every line once, in order, within its page, whatever comes', () => {
    const anyBlock = fc.record({
      lines: fc.array(fc.constant(1), { minLength: 1, maxLength: 40 }),
      gap: fc.nat(3),
      keepWithNext: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 12 }),
        fc.integer({ min: 5, max: 30 }),
        (blocks, height) => {
          const pages = paginate(blocks, () => height);
          const placed = pages.flat();
          for (const [index, { lines }] of blocks.entries()) {
            const parts = placed.filter(({ block: of }) => of === index);
            expect(parts.map(({ from }) => from)).toEqual([
              0,
              ...parts.slice(0, -1).map(({ to }) => to),
            ]);
            expect(parts.at(-1)?.to).toBe(lines.length);
          }
          for (const page of pages) {
            for (const { top, from, to } of page)
              expect(top + to - from).toBeLessThanOrEqual(height);
          }
        },
      ),
    );
  });
});

describe('breakLines', () => {
  const widthOf = (text: string) => text.length;

  it('breaks between words, never at a no-break space, and keeps line feeds', () => {
    expect(breakLines('un deux trois\nquatre', 8, widthOf)).toEqual(['un deux', 'trois', 'quatre']);
    expect(breakLines('un deux\u00a0: trois', 8, widthOf)).toEqual(['un', 'deux\u00a0:', 'trois']);
  });

  it('cuts a word that no line holds', () => {
    expect(breakLines('abcdefghij', 4, widthOf)).toEqual(['abcd', 'efgh', 'ij']);
  });
});
