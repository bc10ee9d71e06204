/** Something to set: lines that may be parted between pages, or a block that may not. */
export interface Block {
  /** Heights of its lines; one for a block that is not to be parted. */
  lines: readonly number[];
  /** Space above, dropped at the top of a page. */
  gap: number;
  /** Stands on the same page as what follows: a farewell is not left alone on its page. */
  keepWithNext?: boolean;
}

/** Lines of one block, placed on a page. */
export interface Placed {
  block: number;
  /** Of its lines, the first and the one after the last that stand here. */
  from: number;
  to: number;
  /** From the top of the page's text area. */
  top: number;
}

/** Lines of a paragraph that never stand alone, below (orphans) or above (widows). */
const TOGETHER = 2;

/**
 * Places blocks on pages, top down. A paragraph parted between two pages leaves at least two lines
 * on each; what must stay together moves to the next page when a page could hold it.
 *
 * @param heightOf - height of the text area of a page, from 0
 */
export function paginate(blocks: readonly Block[], heightOf: (page: number) => number): Placed[][] {
  const pages: Placed[][] = [[]];
  let top = 0;
  const page = () => pages[pages.length - 1] as Placed[];
  const left = () => heightOf(pages.length - 1) - top;
  const turn = () => {
    pages.push([]);
    top = 0;
  };
  for (const [index, block] of blocks.entries()) {
    const needed = groupHeight(blocks, index);
    if (page().length > 0 && needed > left() && needed <= heightOf(pages.length)) turn();
    let from = 0;
    while (from < block.lines.length) {
      const gap = page().length > 0 && from === 0 ? block.gap : 0;
      const to = from + linesThatFit(block.lines.slice(from), left() - gap, page().length === 0);
      if (to === from) {
        turn();
        continue;
      }
      page().push({ block: index, from, to, top: top + gap });
      top += gap + sum(block.lines.slice(from, to));
      from = to;
    }
  }
  return pages;
}

/** Height of the block and of those it must stay with, when it may not be parted from them. */
function groupHeight(blocks: readonly Block[], start: number): number {
  const isKept = (index: number) => {
    const block = blocks[index];
    return block !== undefined && (block.keepWithNext || block.lines.length < 2 * TOGETHER);
  };
  if (!isKept(start)) return 0;
  let height = 0;
  let index = start;
  for (; ; index++) {
    const block = blocks[index];
    if (!block) break;
    height += block.gap + sum(block.lines);
    if (!block.keepWithNext) break;
  }
  return height;
}

/** How many lines to set here: all, or as many as leave no line alone on either page. */
function linesThatFit(lines: readonly number[], height: number, atTop: boolean): number {
  let count = 0;
  let used = 0;
  while (count < lines.length && used + (lines[count] ?? 0) <= height) used += lines[count++] ?? 0;
  if (count === lines.length) return count;
  const left = lines.length - count;
  if (left < TOGETHER) count -= TOGETHER - left;
  if (count < TOGETHER) return atTop ? Math.max(1, count) : 0;
  return count;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
