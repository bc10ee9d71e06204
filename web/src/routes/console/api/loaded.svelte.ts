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

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  /** Reads, or reads again; never throws: the error is there to be shown. */
  reload = async (): Promise<void> => {
    const turn = ++this.#turn;
    this.pending = true;
    try {
      const data = await this.#read();
      if (turn !== this.#turn) return;
      this.data = data;
      this.error = undefined;
    } catch (error) {
      if (turn === this.#turn) this.error = asApiError(error);
    } finally {
      if (turn === this.#turn) this.pending = false;
    }
  };
}

/** An error fit for the screen, whatever was thrown; what we did not foresee also goes to the log. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  globalThis.console.error(error);
  return new ApiError(explain(500, null, lang), 500, null, { cause: error });
}
