import { Loaded } from '../api/loaded.svelte.ts';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list read page after page, all on the screen. */
export class Paged<Item> extends Loaded<Page<Item>> {
  readonly #readPage: (cursor: string | undefined) => Promise<Page<Item>>;

  constructor(readPage: (cursor: string | undefined) => Promise<Page<Item>>) {
    super(() => readPage(undefined));
    this.#readPage = readPage;
  }

  /** Adds the next page under what is shown. @throws {ApiError} */
  more = async (): Promise<void> => {
    const shown = this.data;
    if (!shown?.nextCursor) return;
    const { items, nextCursor } = await this.#readPage(shown.nextCursor);
    // Somebody may have asked for the whole list anew meanwhile.
    if (this.data === shown) this.data = { items: [...shown.items, ...items], nextCursor };
  };
}
