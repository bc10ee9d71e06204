import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { cutPage, decodeCursor, encodeCursor, limitOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { organizationsById } from '../organizations/index.ts';
import { readFilters } from './filters.ts';
import {
  type After,
  type Listed,
  listRequests,
  RANKED,
  type Reach,
  type Sort,
  searchRequests,
} from './inbox-store.ts';
import type { Grade } from './model.ts';
import { governed, mayList, mayRead, type Scope, scopeOf } from './policy.ts';
import { type OrganizationNames, summaryOf } from './present.ts';
import { readSearch } from './read-search.ts';
import { findSavedQuery } from './saved-views.ts';
import type { ListQuery, RequestSummary } from './schemas.ts';
import { findByCode } from './store.ts';
import { parseTrackingCode } from './tracking-code.ts';

interface Page {
  items: RequestSummary[];
  nextCursor: string | null;
}

/**
 * The requests of the actor's organizations, and those that nobody has: most pressing first, or
 * best match first when words are searched.
 *
 * A tracking code among the words finds its request at once, wherever the actor may see it.
 */
export async function listServiceRequests(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  asked: ListQuery,
): Promise<Page> {
  ensure(mayList(actor));
  const { read } = platform.db;
  const query = asked.view
    ? { ...(await findSavedQuery(read, territoryId, actor, asked.view)), ...asked }
    : asked;
  const names = await organizationsById(platform, read, territoryId);
  const text = query.q?.trim() ?? '';
  const code = parseTrackingCode(text);
  if (code) {
    const found = await byCode(read, territoryId, actor, code, names);
    if (found) return found;
  }
  const reach = reachOf(scopeOf(actor), query.organizationId);
  return text === ''
    ? listPage(read, territoryId, reach, query, names)
    : searchPage(read, territoryId, reach, query, text, names);
}

/** Own requests; of another organization, those that were handed over to it. */
export function reachOf(scope: Scope, organizationId: string | undefined): Reach {
  if (!organizationId) return scope;
  const only = (ids: string[]) => ids.filter((id) => id === organizationId);
  const own = {
    organizationIds: only(scope.organizationIds),
    workOnlyIds: only(scope.workOnlyIds),
    unassigned: false,
  };
  const isOwn = own.organizationIds.length + own.workOnlyIds.length > 0;
  return isOwn ? own : { followedBy: scope.organizationIds, organizationId };
}

async function listPage(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  query: ListQuery,
  names: OrganizationNames,
): Promise<Page> {
  const sort = sortOf(query);
  const limit = limitOf(query);
  const after = readAfter(query.cursor);
  const found = await listRequests(
    tx,
    territoryId,
    reach,
    readFilters(query),
    sort,
    after,
    limit + 1,
  );
  return cutPage(found, limit, (request) => summaryOf(request, names), cursorOf);
}

async function searchPage(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  query: ListQuery,
  text: string,
  names: OrganizationNames,
): Promise<Page> {
  const [offset = 0] = (decodeCursor(query.cursor, 1) ?? []) as number[];
  const limit = Math.min(limitOf(query), RANKED - offset);
  const filters = readFilters(query);
  const search = (words: string) =>
    words === '' || limit <= 0
      ? []
      : searchRequests(tx, territoryId, reach, filters, words, { offset, limit: limit + 1 });
  const words = await readSearch(tx, territoryId, text);
  let found: Listed[] = await search(words.asTyped);
  if (found.length === 0) found = await search(await words.mended());
  return {
    items: found.slice(0, limit).map((request) => summaryOf(request, names)),
    nextCursor: found.length > limit ? encodeCursor([offset + limit]) : null,
  };
}

async function byCode(
  tx: Tx,
  territoryId: string,
  actor: Actor,
  code: string,
  names: OrganizationNames,
): Promise<Page | undefined> {
  const request = await findByCode(tx, territoryId, code);
  if (!request || !mayRead(actor, governed(request))) return undefined;
  const listed = { ...request, excerpt: request.description.slice(0, 160) };
  return { items: [summaryOf(listed, names)], nextCursor: null };
}

function sortOf({ sort }: ListQuery): Sort {
  return sort === undefined || sort === 'relevance' ? 'priority' : sort;
}

export function cursorOf({ priority, receivedAt, id }: Listed): (string | number)[] {
  return [priority, receivedAt.toISOString(), id];
}

/** @throws Problem `validation` (400) when the cursor is forged */
export function readAfter(cursor: string | undefined): After | undefined {
  const keys = decodeCursor(cursor, 3);
  if (!keys) return undefined;
  const [priority, receivedAt, id] = keys as [Grade, string, string];
  return { priority, receivedAt: new Date(receivedAt), id };
}
