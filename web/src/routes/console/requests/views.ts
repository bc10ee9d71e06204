import { words } from '../words.ts';

/** What a list of requests is asked for: the query of `GET /service-requests`, as text. */
export type RequestQuery = Readonly<Record<string, string>>;

/** The filters that an address of the inbox may carry, under the API's own names. */
const FILTERS = [
  'q',
  'status',
  'serviceGroup',
  'serviceCode',
  'organizationId',
  'minSeverity',
  'assignment',
  'due',
  'resident',
  'from',
  'to',
  'sort',
] as const;

/** The views that everyone has. */
export const builtInViews: readonly { key: string; label: string; query: RequestQuery }[] = [
  { key: 'a-trier', label: words.views.toTriage, query: { status: 'received' } },
  {
    key: 'a-orienter',
    label: words.views.toOrient,
    query: { assignment: 'unclear', status: 'received,triaged' },
  },
  { key: 'en-retard', label: words.views.late, query: { due: 'late' } },
  { key: 'contestees', label: words.views.disputed, query: { resident: 'disputed' } },
  { key: 'usager-a-ecrit', label: words.views.wrote, query: { resident: 'wrote' } },
  { key: 'usager-attendu', label: words.views.awaited, query: { resident: 'awaited' } },
  { key: 'a-planifier', label: words.views.toPlan, query: { status: 'triaged' } },
  { key: 'planifiees', label: words.views.planned, query: { status: 'planned' } },
  {
    key: 'en-cours',
    label: words.views.open,
    query: { status: 'received,triaged,planned,started' },
  },
  {
    key: 'closes',
    label: words.views.closed,
    query: { status: 'done,answered,rejected', sort: 'newest' },
  },
  { key: 'toutes', label: words.views.all, query: { sort: 'newest' } },
];

/** What the address asks for: its own filters, else those of « à trier ». */
export function readQuery(params: { get(name: string): string | null }): RequestQuery {
  const own = Object.fromEntries(
    FILTERS.flatMap((filter) => {
      const value = params.get(filter)?.trim();
      return value ? [[filter, value]] : [];
    }),
  );
  return Object.keys(own).length > 0 ? own : (builtInViews[0]?.query ?? {});
}

/** The address of the inbox that asks for this. */
export function addressOf(query: RequestQuery, open?: string | null): string {
  const params = new URLSearchParams(query);
  if (open) params.set('demande', open);
  return params.size > 0 ? `/console?${params}` : '/console';
}

/** Whether two queries ask for the same, in whatever order they say it. */
export function sameQuery(a: RequestQuery, b: RequestQuery): boolean {
  const text = (query: RequestQuery) => JSON.stringify(Object.entries(query).sort());
  return text(a) === text(b);
}
