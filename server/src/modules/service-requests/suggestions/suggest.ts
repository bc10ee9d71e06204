import type { Actor } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { catalogueOf } from '../offered-services.ts';
import { governed, mayRead } from '../policy.ts';
import { findRequest } from '../store.ts';
import { suggestServices } from './blend.ts';
import type { Suggestions } from './suggestion.ts';
import { taughtOf } from './taught.ts';

/** The services that a text seems to speak of. It never decides: a person chooses. */
export async function suggestForText(
  platform: Platform,
  territoryId: string,
  text: string,
): Promise<Suggestions> {
  const [{ byCode, suggestions: catalogue }, taught] = await Promise.all([
    catalogueOf(platform, territoryId),
    taughtOf(platform, territoryId),
  ]);
  return suggestServices({ byCode, catalogue, taught }, text);
}

/** The same for a request that came without a service, from its description. @throws 404 */
export async function suggestForRequest(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  id: string,
): Promise<Suggestions> {
  const request = await findRequest(platform.db.read, territoryId, id);
  ensure(request && mayRead(actor, governed(request)), commonProblems.notFound);
  return suggestForText(platform, territoryId, request.description);
}
