import { ApiError } from '#lib/api/client.ts';
import { explain } from '#lib/api/problem.ts';
import { lang } from '../words.ts';

/**
 * Something read from the API and shown: kept on the screen while it is read again. Of two readings
 * under way only the last asked counts.
 */
export class Loaded<T> {
  data = $state.raw<T>();
  error = $state.raw<ApiError>();
  pending = $state(false);

  readonly #read: () => Promise<T>;
  #turn = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  /**
   * Reads, or reads again, until what is shown is what was asked last: whoever waits for it never
   * goes on with older data. Never throws: the error is there to be shown.
   */
  reload = (): Promise<void> => {
    this.#last = this.#readOnce(++this.#turn);
    return this.#last;
  };

  async #readOnce(turn: number): Promise<void> {
    this.pending = true;
    try {
      const data = await this.#read();
      if (turn !== this.#turn) return this.#last;
      this.data = data;
      this.error = undefined;
    } catch (error) {
      if (turn !== this.#turn) return this.#last;
      this.error = asApiError(error);
    }
    this.pending = false;
  }
}

/** An error fit for the screen, whatever was thrown; what we did not foresee also goes to the log. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  globalThis.console.error(error);
  return new ApiError(explain(500, null, lang), 500, null, { cause: error });
}
