import { error, type RequestEvent } from '@sveltejs/kit';
import { explain } from './problem.ts';
import type { paths } from './schema.d.ts';
import { dispatch } from './server.ts';

export type Territory =
  paths['/api/v1/territory']['get']['responses'][200]['content']['application/json'];

/** A name or a phone number that changes shows within this time. */
const KEPT_MS = 10_000;
/** Host names come from outside: a flood of invented ones must not fill the memory. */
const MOST_HOSTS = 100;

const kept = new Map<string, { until: number; territory: Territory }>();

/**
 * The territory that this host serves. Every page shows its name, so it is asked for once in a
 * while rather than once a page.
 */
export async function readTerritory(event: RequestEvent): Promise<Territory> {
  const { host, origin } = event.url;
  const known = kept.get(host);
  if (known && known.until > Date.now()) return known.territory;
  const answer = await dispatch(event, new Request(new URL('/api/v1/territory', origin)));
  if (!answer.ok) {
    const problem: unknown = await answer.json().catch(() => undefined);
    const { lang, requestId } = event.locals;
    error(answer.status, { message: explain(answer.status, problem, lang), requestId, lang });
  }
  const territory = (await answer.json()) as Territory;
  if (kept.size >= MOST_HOSTS) kept.clear();
  kept.set(host, { until: Date.now() + KEPT_MS, territory });
  return territory;
}
