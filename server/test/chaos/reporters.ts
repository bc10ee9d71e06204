import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A report that the product acknowledged with 201. */
export interface Acknowledged {
  code: string;
  /** Unique: its author's address. */
  email: string;
}

/**
 * Residents who report without pause and, as a good client does, repeat a report whose answer
 * never came, under the same idempotency key.
 */
export class Reporters {
  readonly #url: string;
  readonly #token: string;
  readonly #acknowledged: Acknowledged[] = [];
  readonly #loops: Promise<void>[] = [];
  #stopping = false;
  /** Answers that no client should see, even while everything is being killed. */
  readonly refusals: string[] = [];

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  start(count: number): void {
    for (let reporter = 0; reporter < count; reporter++) this.#loops.push(this.#reportOnAndOn());
  }

  /** Resolves when a report made after this call is acknowledged; else fails with what was said. */
  async untilAcknowledgedAgain(said: () => string): Promise<void> {
    const before = this.#acknowledged.length;
    const deadline = Date.now() + 60_000;
    while (this.#acknowledged.length <= before) {
      if (Date.now() > deadline) throw new Error(`Nothing is acknowledged any more:\n${said()}`);
      await sleep(50);
    }
  }

  /**
   * Lets every report under way be acknowledged; fails with what was said when one is not.
   *
   * @returns all that were
   */
  async finish(said: () => string): Promise<Acknowledged[]> {
    this.#stopping = true;
    const late = sleep(60_000, 'late', { ref: false });
    if ((await Promise.race([Promise.all(this.#loops), late])) === 'late') {
      throw new Error(`A report is never acknowledged: ${this.refusals.at(-1)}\n${said()}`);
    }
    return this.#acknowledged;
  }

  async #reportOnAndOn(): Promise<void> {
    while (!this.#stopping) {
      const email = `${randomUUID()}@resident.example`;
      const key = randomUUID();
      let code = await this.#report(email, key);
      while (code === undefined) {
        await sleep(100);
        code = await this.#report(email, key);
      }
      this.#acknowledged.push({ code, email });
    }
  }

  /** @returns the tracking code, or undefined when the answer did not come or was « not now » */
  async #report(email: string, key: string): Promise<string | undefined> {
    let answer: Response;
    try {
      answer = await fetch(`${this.#url}/api/v1/service-requests`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.#token}`,
          'idempotency-key': key,
        },
        body: JSON.stringify({
          serviceCode: 'lighting.lamp-out',
          description: 'Le lampadaire devant chez moi est éteint.',
          point: { lat: 43.65, long: 3.85 },
          address: null,
          answers: {},
          photoIds: [],
          contact: { email },
          channel: 'phone',
          language: 'fr',
        }),
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.status === 201) return ((await answer.json()) as Acknowledged).code;
    } catch {
      return undefined;
    }
    if (answer.status !== 503) this.refusals.push(`${answer.status} ${await answer.text()}`);
    return undefined;
  }
}
