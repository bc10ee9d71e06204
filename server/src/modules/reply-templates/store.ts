import type { Selectable } from 'kysely';
import { insertRows, jsonb, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Purpose, ReplyTemplate, Status, TemplateVersion } from './model.ts';
import type { ReplyTemplateTables } from './tables.ts';

const on = tables<ReplyTemplateTables>();

type Row = Selectable<ReplyTemplateTables['reply_template']>;

/** Everything but what only the search reads. */
const COLUMNS = [
  'id',
  'organization_id',
  'version',
  'status',
  'language',
  'title',
  'purposes',
  'service_codes',
  'service_groups',
  'tags',
  'subject',
  'body',
  'desk_note',
  'created_at',
  'updated_at',
] as const satisfies (keyof Row)[];

export async function insertTemplates(
  tx: Tx,
  territoryId: string,
  templates: readonly ReplyTemplate[],
): Promise<void> {
  if (templates.length === 0) return;
  await insertRows(
    'reply_template',
    templates.map((template) => ({ territory_id: territoryId, ...toRow(template) })),
    sql``,
  ).execute(on(tx));
}

/** Writes the template's new state; the caller holds its lock from {@link lockTemplate}. */
export async function updateTemplate(
  tx: Tx,
  territoryId: string,
  template: ReplyTemplate,
): Promise<void> {
  const { id, ...changes } = toRow(template);
  await on(tx)
    .updateTable('reply_template')
    .set(changes)
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

export async function findTemplate(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ReplyTemplate | undefined> {
  const row = await all(tx, territoryId).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Reads a template for change: two people who act at once do so one after the other. */
export async function lockTemplate(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ReplyTemplate | undefined> {
  const row = await all(tx, territoryId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export interface ListFilters {
  /** Whose templates; the shared ones always. */
  organizationIds: readonly string[];
  statuses: readonly Status[];
  purpose?: Purpose | undefined;
  serviceCode?: string | undefined;
  /** Words as people type them: quotes, `or`, a minus. */
  words?: string | undefined;
}

/** Templates by title. */
export async function listTemplates(
  tx: Tx,
  territoryId: string,
  filters: ListFilters,
  page: { after: { title: string; id: string } | undefined; limit: number },
): Promise<ReplyTemplate[]> {
  const { organizationIds, statuses, purpose, serviceCode, words } = filters;
  const { after, limit } = page;
  const rows = await all(tx, territoryId)
    .where(isVisible(organizationIds))
    .where(sql<boolean>`status = ANY(${statuses}::text[])`)
    .$if(purpose !== undefined, (query) =>
      query.where(sql<boolean>`purposes @> ARRAY[${purpose}]::text[]`),
    )
    .$if(serviceCode !== undefined, (query) =>
      query.where(sql<boolean>`service_codes @> ARRAY[${serviceCode}]::text[]`),
    )
    .$if(words !== undefined, (query) =>
      query.where(sql<boolean>`search @@ websearch_to_tsquery('app.french', ${words})`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(title, id) > (${after?.title}, ${after?.id}::uuid)`),
    )
    .orderBy('title')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export interface Situation {
  organizationIds: readonly string[];
  purpose: Purpose;
  serviceCode: string;
  serviceGroup: string;
  language: 'fr' | 'en';
  /** In the language of PostgreSQL's `to_tsquery`; null when there is no word to compare. */
  likeWords: string | null;
  /** The same, of what someone is typing to find a template; it must then match. */
  typed: string | null;
}

export interface Suggested {
  template: ReplyTemplate;
  /** Why it is proposed: made for this service, for its group, for any, or by its words alone. */
  fits: 'service' | 'group' | 'any' | 'words';
}

/**
 * Published templates for a situation, the fittest first: the service says the most, then its
 * group, then the words that the resident and the template share.
 */
export async function suggestTemplates(
  tx: Tx,
  territoryId: string,
  situation: Situation,
  limit: number,
): Promise<Suggested[]> {
  const { purpose, serviceCode, serviceGroup, language, likeWords, typed } = situation;
  const like = sql`to_tsquery('app.french', ${likeWords ?? ''})`;
  const query = sql`to_tsquery('app.french', ${typed ?? ''})`;
  const fits = sql<Suggested['fits']>`CASE
    WHEN service_codes @> ARRAY[${serviceCode}]::text[] THEN 'service'
    WHEN service_groups @> ARRAY[${serviceGroup}]::text[] THEN 'group'
    WHEN service_codes = '{}' AND service_groups = '{}' THEN 'any'
    ELSE 'words' END`;
  const scope = sql<number>`CASE ${fits} WHEN 'service' THEN 3 WHEN 'group' THEN 1.5
    WHEN 'any' THEN 0.5 ELSE 0 END`;
  const rows = await all(tx, territoryId)
    .select(fits.as('fits'))
    .where('status', '=', 'published')
    .where(isVisible(situation.organizationIds))
    .where(sql<boolean>`purposes @> ARRAY[${purpose}]::text[]`)
    .where(typed === null ? sql<boolean>`${fits} <> 'words'` : sql<boolean>`search @@ ${query}`)
    .orderBy(sql`language = ${language}`, 'desc')
    .orderBy(
      sql`${scope}::float8 + least(8 * ts_rank(search, ${like}), 2) + 4 * ts_rank(search, ${query})`,
      'desc',
    )
    .orderBy('title')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ template: fromRow(row), fits: row.fits }));
}

export async function insertVersions(
  tx: Tx,
  territoryId: string,
  versions: readonly (TemplateVersion & { templateId: string })[],
): Promise<void> {
  if (versions.length === 0) return;
  await on(tx)
    .insertInto('reply_template_version')
    .values(
      versions.map((one) => ({
        territory_id: territoryId,
        template_id: one.templateId,
        version: one.version,
        status: one.status,
        content: jsonb(one.content),
        author_name: one.authorName,
        reason: one.reason,
        at: one.at,
      })),
    )
    .execute();
}

/** Versions, newest first. */
export async function versionsOf(
  tx: Tx,
  territoryId: string,
  templateId: string,
  page: { before?: number | undefined; limit: number },
): Promise<TemplateVersion[]> {
  const { before } = page;
  const rows = await on(tx)
    .selectFrom('reply_template_version')
    .select(['version', 'status', 'content', 'author_name', 'reason', 'at'])
    .where('territory_id', '=', territoryId)
    .where('template_id', '=', templateId)
    .$if(before !== undefined, (query) => query.where('version', '<', before as number))
    .orderBy('version', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    status: row.status,
    content: row.content,
    authorName: row.author_name,
    reason: row.reason,
    at: row.at,
  }));
}

export async function countTemplates(tx: Tx, territoryId: string): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('reply_template')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('territory_id', '=', territoryId)
    .executeTakeFirstOrThrow();
  return count;
}

const all = (tx: Tx, territoryId: string) =>
  on(tx).selectFrom('reply_template').select(COLUMNS).where('territory_id', '=', territoryId);

const isVisible = (organizationIds: readonly string[]) =>
  sql<boolean>`(organization_id IS NULL OR organization_id = ANY(${organizationIds}::uuid[]))`;

function toRow(template: ReplyTemplate) {
  return {
    id: template.id,
    organization_id: template.organizationId,
    version: template.version,
    status: template.status,
    language: template.language,
    title: template.title,
    purposes: template.purposes,
    service_codes: template.serviceCodes,
    service_groups: template.serviceGroups,
    tags: template.tags,
    subject: template.subject,
    body: template.body,
    desk_note: template.deskNote,
    headings: [template.title, ...template.tags].join(' '),
    created_at: template.createdAt,
    updated_at: template.updatedAt,
  };
}

function fromRow(row: Pick<Row, (typeof COLUMNS)[number]>): ReplyTemplate {
  return {
    id: row.id,
    organizationId: row.organization_id,
    version: row.version,
    status: row.status,
    language: row.language,
    title: row.title,
    purposes: row.purposes,
    serviceCodes: row.service_codes,
    serviceGroups: row.service_groups,
    tags: row.tags,
    subject: row.subject,
    body: row.body,
    deskNote: row.desk_note,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
