import type { Actor } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { readContact } from '../contact.ts';
import { governed, mayAnswerCalls, mayCommand, mayRecognizeCaller } from '../policy.ts';
import { listed, summaryOf } from '../summary.ts';
import type { CallerQuery, CallerRequest } from './schemas.ts';
import { findRequestsOfCaller } from './store.ts';

const SHOWN = 10;

/**
 * What the person on the telephone reported before, by exactly the number or address they gave: of
 * what the actor's organizations have or had, and nothing that shows whether others know that person.
 *
 * @throws Problem `forbidden` (403) but for those who answer residents
 */
export async function listRequestsOfCaller(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  query: CallerQuery,
): Promise<CallerRequest[]> {
  ensure(mayAnswerCalls(actor));
  const { read } = platform.db;
  const { phone, email } = readContact(query);
  const found = await findRequestsOfCaller(read, territoryId, {
    phone,
    email: email?.toLowerCase() ?? null,
  });
  const known = found.filter((request) => mayRecognizeCaller(actor, governed(request)));
  const names = await organizationsById(platform, read, territoryId);
  return known.slice(0, SHOWN).map((request) => ({
    ...summaryOf(listed(request), names),
    mayComment: mayCommand(actor, governed(request), 'comment'),
  }));
}
