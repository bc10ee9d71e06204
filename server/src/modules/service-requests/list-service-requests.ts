import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
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
  const listing = { tx: read, territoryId, reach, query, names };
  return text === '' ? listPage(listing) : searchPage(listing, text);
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

interface Listing {
  tx: Tx;
  territoryId: string;
  reach: Reach;
  query: ListQuery;
  names: OrganizationNames;
}

async function listPage(listing: Listing, words?: string): Promise<Page> {
  const { tx, territoryId, reach, query, names } = listing;
  const limit = limitOf(query);
  const filters = { ...readFilters(query), words };
  const after = readAfter(query.cursor);
  const sort = sortOf(query);
  const found = await listRequests(tx, territoryId, reach, filters, sort, after, limit + 1);
  return cutPage(found, limit, (request) => summaryOf(request, names), cursorOf);
}

async function rankedPage(listing: Listing, words: string): Promise<Page> {
  const { tx, territoryId, reach, query, names } = listing;
  const offset = readOffset(query.cursor);
  const limit = Math.min(limitOf(query), RANKED - offset);
  const page = { offset, limit: limit + 1 };
  const found = await searchRequests(tx, territoryId, reach, readFilters(query), words, page);
  return cutPage(
    found,
    limit,
    (request) => summaryOf(request, names),
    () => [offset + limit],
  );
}

/** Best match first unless another order is asked for; misspelt words are mended if need be. */
async function searchPage(listing: Listing, text: string): Promise<Page> {
  const { sort = 'relevance' } = listing.query;
  const search = async (words: string): Promise<Page> => {
    if (words === '') return { items: [], nextCursor: null };
    return sort === 'relevance' ? rankedPage(listing, words) : listPage(listing, words);
  };
  const words = await readSearch(listing.tx, listing.territoryId, text);
  const asTyped = await search(words.asTyped);
  return asTyped.items.length > 0 ? asTyped : search(await words.mended());
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
  const [priority, receivedAt, id] = keys;
  const at = new Date(String(receivedAt));
  ensure(
    [1, 2, 3, 4].includes(priority as number) &&
      !Number.isNaN(at.getTime()) &&
      UUID.test(String(id)),
    forgedCursor,
  );
  return { priority: priority as Grade, receivedAt: at, id: String(id) };
}

function readOffset(cursor: string | undefined): number {
  const [offset] = decodeCursor(cursor, 1) ?? [0];
  ensure(Number.isInteger(offset) && Number(offset) >= 0 && Number(offset) < RANKED, forgedCursor);
  return Number(offset);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const forgedCursor = () =>
  commonProblems.validation({
    errors: [{ pointer: 'query/cursor', detail: 'Ce curseur n’existe pas.' }],
  });
