import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { organizationsById } from '../organizations/index.ts';
import { readFilters } from './filters.ts';
import { type After, DISPUTED, type Reach, type Sort, type Words } from './inbox/asked.ts';
import { listRequests, RANKED, searchRequests } from './inbox/list-store.ts';
import type { Listed } from './inbox/listed-store.ts';
import { mendWords } from './mend-words.ts';
import { governed, mayList, mayRead, type Scope, scopeOf } from './policy.ts';
import { findSavedQuery } from './saved-views.ts';
import type { ListQuery, RequestSummary } from './schemas.ts';
import { findByCode } from './store.ts';
import { listed, summaryOf } from './summary.ts';
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
  const reach = reachOf(scopeOf(actor), query.organizationId);
  const [names, found] = await Promise.all([
    organizationsById(platform, read, territoryId),
    find({ tx: read, territoryId, actor, reach, query, now: platform.clock.now() }),
  ]);
  return { ...found, items: found.items.map((request) => summaryOf(request, names)) };
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
  actor: Actor;
  reach: Reach;
  query: ListQuery;
  now: Date;
}

interface Found {
  items: Listed[];
  nextCursor: string | null;
}

async function find(listing: Listing): Promise<Found> {
  const text = listing.query.q?.trim() ?? '';
  if (text === '') return listPage(listing);
  const code = parseTrackingCode(text);
  return (code && (await findCode(listing, code))) || search(listing, text);
}

async function findCode(listing: Listing, code: string): Promise<Found | undefined> {
  const { tx, territoryId, actor } = listing;
  const request = await findByCode(tx, territoryId, code);
  if (!request || !mayRead(actor, governed(request))) return undefined;
  return { items: [listed(request)], nextCursor: null };
}

/** Misspelt words are mended when the search as typed finds nothing. */
async function search(listing: Listing, text: string): Promise<Found> {
  const asTyped = await searchPage(listing, { typed: text });
  if (asTyped.items.length > 0) return asTyped;
  const mended = await mendWords(listing.tx, listing.territoryId, text);
  return mended ? searchPage(listing, mended) : asTyped;
}

/** Best match first, unless another order is asked for. */
function searchPage(listing: Listing, words: Words): Promise<Found> {
  const { sort = 'relevance' } = listing.query;
  return sort === 'relevance' ? rankedPage(listing, words) : listPage(listing, words);
}

async function listPage(listing: Listing, words?: Words): Promise<Found> {
  const { tx, territoryId, reach, query, now } = listing;
  const limit = limitOf(query);
  const filters = { ...readFilters(query, now), words };
  const after = readAfter(query.cursor);
  const sort = sortOf(query);
  const found = await listRequests(tx, territoryId, reach, filters, sort, after, limit + 1);
  return cutPage(found, limit, (request) => request, cursorOf);
}

async function rankedPage(listing: Listing, words: Words): Promise<Found> {
  const { tx, territoryId, reach, query, now } = listing;
  const offset = readOffset(query.cursor);
  const limit = Math.min(limitOf(query), RANKED - offset);
  const filters = { ...readFilters(query, now), words };
  const found = await searchRequests(tx, territoryId, reach, filters, { offset, limit: limit + 1 });
  return cutPage(
    found,
    limit,
    (request) => request,
    () => [offset + limit],
  );
}

function sortOf({ sort }: ListQuery): Sort {
  return sort === undefined || sort === 'relevance' ? 'priority' : sort;
}

export function cursorOf({ priority, disputedAt, receivedAt, id }: Listed): (string | number)[] {
  return [disputedAt ? DISPUTED : priority, receivedAt.toISOString(), id];
}

/** @throws Problem `validation` (400) when the cursor is forged */
export function readAfter(cursor: string | undefined): After | undefined {
  const keys = decodeCursor(cursor, 3);
  if (!keys) return undefined;
  const [priority, receivedAt, id] = keys;
  const at = new Date(String(receivedAt));
  ensure(
    [DISPUTED, 1, 2, 3, 4].includes(priority as number) &&
      !Number.isNaN(at.getTime()) &&
      UUID.test(String(id)),
    forgedCursor,
  );
  return { priority: priority as After['priority'], receivedAt: at, id: String(id) };
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
