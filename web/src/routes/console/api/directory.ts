import { api } from '#lib/api/client.ts';
import { ask } from './ask.ts';
import type { Crew, Organization, Service, Territory } from './views.ts';

/** Remembers what is read once and hardly changes; a failure is not remembered. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

/** What every screen of the console refers to: the town, its organizations, crews and services. */
export const directory = {
  territory: once<Territory>(() => ask(() => api.GET('/api/v1/territory'))),
  organizations: once<Organization[]>(async () => {
    const { items } = await ask(() => api.GET('/api/v1/organizations'));
    return items;
  }),
  crews: once<Crew[]>(async () => {
    const { items } = await ask(() => api.GET('/api/v1/crews'));
    return items;
  }),
  services: once<Service[]>(async () => {
    const { items } = await ask(() => api.GET('/api/v1/services'));
    return items;
  }),
};
