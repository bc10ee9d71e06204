import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for something that another part of the program will do.
 *
 * @returns the first result that is neither undefined nor false
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  { within = 10_000 } = {},
): Promise<Exclude<T, undefined | false>> {
  const end = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen as Exclude<T, undefined | false>;
    if (Date.now() > end) throw new Error('It did not happen in time');
    await sleep(30);
  }
}
