import type { RequestEvent } from '@sveltejs/kit';
import { read, readServices } from '../api.ts';

/** What one may filter by: the communes and the groups of services of this territory. */
export async function loadChoices(event: RequestEvent) {
  const [organizations, services] = await Promise.all([
    read(event, '/api/v1/organizations'),
    readServices(event),
  ]);
  return {
    communes: organizations.items
      .filter(({ kind }) => kind === 'commune')
      .map(({ id, name }) => ({ value: id, label: name })),
    groups: [...new Set(services.map(({ group }) => group))].map((group) => ({
      value: group,
      label: group,
    })),
  };
}
