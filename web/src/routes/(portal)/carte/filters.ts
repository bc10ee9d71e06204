import type { Status } from '../api.ts';

const OPEN: Status[] = ['received', 'triaged', 'planned', 'started'];
const CLOSED: Status[] = ['done', 'answered', 'rejected'];
const STATES = { open: OPEN, closed: CLOSED, all: [...OPEN, ...CLOSED] };

export type State = keyof typeof STATES;

/** What the reader wants to see; each is empty when not chosen. */
export interface Filters {
  communeId: string;
  group: string;
  state: State;
}

/** Reads the filters of an address; what is not understood counts as not chosen. */
export function readFilters(parameters: URLSearchParams): Filters {
  const state = parameters.get('etat');
  const commune = parameters.get('commune') ?? '';
  return {
    communeId: /^[0-9a-f-]{36}$/.test(commune) ? commune : '',
    group: (parameters.get('domaine') ?? '').slice(0, 200),
    state: state !== null && Object.hasOwn(STATES, state) ? (state as State) : 'open',
  };
}

/** The filters as the API takes them. */
export const toApi = ({ communeId, group, state }: Filters) => ({
  communeId,
  serviceGroup: group,
  status: STATES[state].join(','),
});

/** The filters as this page's address holds them. */
export function filtersQuery({ communeId, group, state }: Filters, cursor?: string | null): string {
  const query = new URLSearchParams();
  if (communeId) query.set('commune', communeId);
  if (group) query.set('domaine', group);
  if (state !== 'open') query.set('etat', state);
  if (cursor) query.set('page', cursor);
  return query.size > 0 ? `?${query}` : '';
}

/** The same place and domain, as a feed takes them: it tells what happens, whatever state that leads to. */
export function feedQuery({ communeId, group }: Filters): string {
  const query = new URLSearchParams();
  if (communeId) query.set('communeId', communeId);
  if (group) query.set('serviceGroup', group);
  return query.size > 0 ? `?${query}` : '';
}
