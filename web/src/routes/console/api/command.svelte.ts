import type { ApiError } from '#lib/api/client.ts';
import { randomId } from '#lib/api/random-id.ts';
import { asApiError } from './loaded.svelte.ts';

/**
 * One write that a form or a button makes. A second press while it is under way does nothing; a
 * press after a failure sends the same idempotency key as long as the words are the same, so that
 * an answer lost on the way never makes the act happen twice.
 */
export class Command<Input, Result> {
  busy = $state(false);
  error = $state.raw<ApiError>();

  readonly #write: (input: Input, key: string) => Promise<Result>;
  #key = '';
  #sent: string | undefined;

  constructor(write: (input: Input, key: string) => Promise<Result>) {
    this.#write = write;
  }

  /** @returns the result, or `undefined` when it was refused (see `error`) or is under way */
  send = async (input: Input): Promise<Result | undefined> => {
    if (this.busy) return undefined;
    this.busy = true;
    this.error = undefined;
    const content = JSON.stringify(input);
    if (content !== this.#sent) {
      this.#sent = content;
      this.#key = randomId();
    }
    try {
      const result = await this.#write(input, this.#key);
      this.#sent = undefined;
      return result;
    } catch (error) {
      this.error = asApiError(error);
      // A clear refusal did nothing: the next press is another try, not the same one again.
      if (this.error.status >= 400 && this.error.status < 500) this.#sent = undefined;
      return undefined;
    } finally {
      this.busy = false;
    }
  };
}
