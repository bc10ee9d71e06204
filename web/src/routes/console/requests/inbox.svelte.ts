import type { ApiError } from '#lib/api/client.ts';
import { api } from '#lib/api/client.ts';
import { ask } from '../api/ask.ts';
import { asApiError } from '../api/loaded.svelte.ts';
import type { RequestPage, RequestSummary } from '../api/views.ts';
import type { Change } from '../live/live.svelte.ts';
import type { RequestQuery } from './views.ts';

/** Changes come in bursts; one reading answers for them all. */
const CALM_MS = 400;

/**
 * The list that somebody is reading. What changes meanwhile changes in its own row; what arrives
 * waits to be asked for, so that no row ever moves under a finger or an eye.
 */
export class Inbox {
  items = $state.raw<RequestSummary[]>([]);
  nextCursor = $state.raw<string | null>(null);
  error = $state.raw<ApiError>();
  pending = $state(false);
  /** Whether a first page has come for the present query. */
  ready = $state(false);
  /** How many matching requests arrived since. */
  arrived = $state(0);

  #query: RequestQuery = {};
  #turn = 0;
  #calm: ReturnType<typeof setTimeout> | undefined;
  readonly #touched = new Set<string>();

  /** Shows the first page of what is asked. */
  async show(query: RequestQuery): Promise<void> {
    this.#query = query;
    this.ready = false;
    this.items = [];
    await this.reload();
  }

  /** Reads the list again from its top. */
  reload = (): Promise<void> =>
    this.#read(async () => {
      const page = await this.#page();
      this.arrived = 0;
      return page;
    });

  /** Adds the next page. */
  more = (): Promise<void> =>
    this.#read(async () => {
      const { items, nextCursor } = await this.#page(this.nextCursor ?? undefined);
      const known = new Set(this.items.map(({ id }) => id));
      return { items: [...this.items, ...items.filter(({ id }) => !known.has(id))], nextCursor };
    });

  /** Hears that something changed; looks once things are calm. */
  hear = ({ type, subject }: Change): void => {
    if (!type.startsWith('service-request')) return;
    this.#touched.add(subject);
    this.look();
  };

  look = (): void => {
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => this.#look().catch(() => {}), CALM_MS);
  };

  /** Puts a row's newer content in its place. */
  update(request: RequestSummary): void {
    this.items = this.items.map((item) => (item.id === request.id ? request : item));
  }

  stop(): void {
    clearTimeout(this.#calm);
  }

  async #look(): Promise<void> {
    if (!this.ready) return;
    const turn = this.#turn;
    const touched = new Set(this.#touched);
    this.#touched.clear();
    const { items } = await this.#page();
    if (turn !== this.#turn) return;
    const known = new Map(this.items.map((item) => [item.id, item]));
    this.arrived = items.filter(({ id }) => !known.has(id)).length;
    for (const item of items) if (known.has(item.id)) this.update(item);
    // What left the page, or stands further down, is read by itself.
    const fresh = new Set(items.map(({ id }) => id));
    for (const id of touched) if (known.has(id) && !fresh.has(id)) await this.#readRow(id);
  }

  async #readRow(id: string): Promise<void> {
    const path = { id };
    const { data } = await api.GET('/api/v1/service-requests/{id}', { params: { path } });
    if (data) this.update(data);
  }

  async #read(read: () => Promise<RequestPage>): Promise<void> {
    const turn = ++this.#turn;
    this.pending = true;
    try {
      const { items, nextCursor } = await read();
      if (turn !== this.#turn) return;
      Object.assign(this, { items, nextCursor, error: undefined, ready: true });
    } catch (error) {
      if (turn === this.#turn) this.error = asApiError(error);
    } finally {
      if (turn === this.#turn) this.pending = false;
    }
  }

  #page(cursor?: string): Promise<RequestPage> {
    const query = { ...this.#query, ...(cursor && { cursor }) } as Record<string, never>;
    return ask(() => api.GET('/api/v1/service-requests', { params: { query } }));
  }
}
