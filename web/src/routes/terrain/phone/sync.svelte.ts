import type { Problem } from '#lib/api/problem.ts';
import { backOff } from '#lib/offline/back-off.ts';
import { readDay } from '#lib/offline/field-api.ts';
import { type Stop, sendQueue } from '#lib/offline/send-queue.ts';
import { lang } from '../words.ts';
import { phone } from './phone.svelte.ts';
import { keepPictures } from './pictures.ts';

/** While the page is in view, the day is read again this often. */
const REREAD_MS = 5 * 60_000;
/** One page at a time sends, whatever the number of windows. */
const LOCK = 'cantonnier-field-sync';

/** The exchange with the server: sends what waits, then reads the day. */
class Sync {
  busy = $state(false);
  /** What kept the last exchange from happening: no answer at all, or a server that cannot. */
  trouble = $state<'network' | 'server' | null>(null);
  /** The server no longer knows who this is; what waits is kept. */
  signedOut = $state(false);
  /** Why the day could not be read, when the server did answer. */
  problem = $state.raw<Problem | null>(null);

  #failures = 0;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Exchanges now; a call during an exchange asks for another right after. */
  now = async (): Promise<void> => {
    if (!phone.account) return;
    if (this.busy) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.busy = true;
    try {
      do {
        this.#again = false;
        await inTurn(() => this.#exchange());
      } while (this.#again);
    } catch (error) {
      // The phone's own storage failed: what waits is still in it.
      globalThis.console.error(error);
      this.#plan(backOff(++this.#failures, Math.random()));
    } finally {
      this.busy = false;
    }
  };

  /** Begins again at once, as when the network comes back. */
  eagerly = (): Promise<void> => {
    this.#failures = 0;
    return this.now();
  };

  async #exchange(): Promise<void> {
    const accountId = phone.account?.id;
    if (!accountId) return;
    const { store, reload } = phone;
    await reload();
    const stop = await sendQueue({ store, accountId, lang, changed: reload });
    await this.#conclude(stop);
    await reload();
  }

  async #conclude(stop: Stop): Promise<void> {
    this.signedOut = stop.reason === 'sign-in';
    if (stop.reason === 'sign-in') return;
    if (stop.reason === 'later') {
      this.trouble = stop.answered ? 'server' : 'network';
      this.#failures += 1;
      const wait = (stop.seconds ?? 0) * 1000 || backOff(this.#failures, Math.random());
      this.#plan(wait);
      return;
    }
    this.#failures = 0;
    await this.#readDay();
    this.#plan(REREAD_MS);
  }

  async #readDay(): Promise<void> {
    const { account, store, reload } = phone;
    if (!account) return;
    const { status, data, problem } = await readDayOf(phone.crewId);
    this.trouble = status === 0 ? 'network' : status >= 500 ? 'server' : null;
    this.problem = problem;
    if (!data) return;
    await store.keepDay({ accountId: account.id, day: data, readAt: new Date().toISOString() });
    await store.keepCrewId(data.crew.id);
    await reload();
    await keepPictures(
      store,
      phone.days.flatMap(({ day }) => day.items),
    );
  }

  #plan(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.now, milliseconds);
  }
}

/** The day of the crew, or of the first one when one has left that crew. */
async function readDayOf(crewId: string | undefined) {
  const answer = await readDay(crewId);
  const left = crewId !== undefined && (answer.status === 403 || answer.status === 404);
  return left ? readDay(undefined) : answer;
}

/** Waits until no other window is exchanging. Where the browser has no locks, goes on at once. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, work);
}

export const sync = new Sync();

/** Exchanges when the network comes back and when the agent takes the phone out again. */
export function watchTheWorld(): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') void sync.eagerly();
  };
  addEventListener('online', sync.eagerly);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', sync.eagerly);
    document.removeEventListener('visibilitychange', seen);
  };
}
