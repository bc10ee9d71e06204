const HOUR_MS = 60 * 60_000;
const MOST = 5_000;

interface Done {
  at: number;
  outcome: Promise<{ code: string } | object>;
}

const done = new Map<string, Done>();

/**
 * Sends once per form: a double press waits for the first, a resent page gets its answer. The API's
 * own idempotency holds across restarts; here photos, whose ids differ each time, are held as well.
 * A refusal is forgotten, since its form is corrected and sent again.
 */
export async function onceByKey<Outcome extends object>(
  key: string,
  send: () => Promise<Outcome>,
  now = Date.now(),
): Promise<Outcome> {
  forgetOld(now);
  const earlier = done.get(key);
  if (earlier) return earlier.outcome as Promise<Outcome>;
  const outcome = send();
  done.set(key, { at: now, outcome });
  const forget = () => done.delete(key);
  outcome.then((result) => 'code' in result || forget(), forget);
  return outcome;
}

/** Entries are in the order of their time. */
function forgetOld(now: number): void {
  for (const [key, { at }] of done) {
    if (at > now - HOUR_MS && done.size <= MOST) break;
    done.delete(key);
  }
}
