import { error, type RequestEvent } from '@sveltejs/kit';
import { explain } from './problem.ts';
import type { paths } from './schema.d.ts';
import { callApi } from './server.ts';

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
  const { host } = event.url;
  const known = kept.get(host);
  if (known && known.until > Date.now()) return known.territory;
  const { ok, status, body } = await callApi(event, '/api/v1/territory');
  if (!ok) {
    const { lang, requestId } = event.locals;
    error(status, { message: explain(status, body, lang), requestId, lang });
  }
  const territory = body as Territory;
  if (kept.size >= MOST_HOSTS) kept.clear();
  kept.set(host, { until: Date.now() + KEPT_MS, territory });
  return territory;
}
