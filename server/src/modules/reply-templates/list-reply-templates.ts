import type { Act } from '../../platform/acts/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { STATUSES } from './model.ts';
import { organizationsById } from './neighbours.ts';
import { mayList, mayRead, readableOrganizations } from './policy.ts';
import { present, presentVersion } from './present.ts';
import type { ListQuery, ReplyTemplateView, TemplateVersionView } from './schemas.ts';
import { findTemplate, listTemplates, versionsOf } from './store.ts';

/** The templates of the actor's organizations, and the shared ones, by title. */
export async function listReplyTemplates(
  platform: Platform,
  act: Act,
  query: ListQuery,
): Promise<{ items: ReplyTemplateView[]; nextCursor: string | null }> {
  const { territoryId, actor } = act;
  ensure(mayList(actor));
  const { read } = platform.db;
  const limit = limitOf(query);
  const names = await organizationsById(platform, read, territoryId);
  const templates = await listTemplates(
    read,
    territoryId,
    {
      organizationIds: readableOrganizations(actor),
      statuses: query.status ? [query.status] : STATUSES.filter((one) => one !== 'archived'),
      purpose: query.purpose,
      serviceCode: query.serviceCode,
      words: query.q?.trim() || undefined,
    },
    { after: readAfter(query.cursor), limit: limit + 1 },
  );
  return cutPage(
    templates,
    limit,
    (template) => present(template, names, actor),
    ({ title, id }) => [title, id],
  );
}

/** @throws Problem `not-found` (404), also when the actor may not see it */
export async function readReplyTemplate(
  platform: Platform,
  act: Act,
  id: string,
): Promise<ReplyTemplateView> {
  const { read } = platform.db;
  const template = await findTemplate(read, act.territoryId, id);
  ensure(template && mayRead(act.actor, template), commonProblems.notFound);
  return present(template, await organizationsById(platform, read, act.territoryId), act.actor);
}

/** What it said before, newest first. @throws Problem `not-found` (404) likewise */
export async function listVersions(
  platform: Platform,
  act: Act,
  id: string,
  query: Pick<ListQuery, 'cursor' | 'limit'>,
): Promise<{ items: TemplateVersionView[]; nextCursor: string | null }> {
  const { read } = platform.db;
  const template = await findTemplate(read, act.territoryId, id);
  ensure(template && mayRead(act.actor, template), commonProblems.notFound);
  const limit = limitOf(query);
  const [before] = decodeCursor(query.cursor, 1) ?? [];
  ensure(before === undefined || Number.isInteger(before), forgedCursor);
  const versions = await versionsOf(read, act.territoryId, id, {
    before: before as number | undefined,
    limit: limit + 1,
  });
  return cutPage(versions, limit, presentVersion, ({ version }) => [version]);
}

function readAfter(cursor: string | undefined): { title: string; id: string } | undefined {
  const keys = decodeCursor(cursor, 2);
  if (!keys) return undefined;
  const [title, id] = keys;
  ensure(typeof title === 'string' && UUID.test(String(id)), forgedCursor);
  return { title, id: String(id) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const forgedCursor = () =>
  commonProblems.validation({
    errors: [{ pointer: '/cursor', detail: 'Ce curseur n’existe pas.' }],
  });
