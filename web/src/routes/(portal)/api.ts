import { error, type RequestEvent } from '@sveltejs/kit';
import { explain, isProblem, type Problem } from '#lib/api/problem.ts';
import { dispatch } from '#lib/api/server.ts';
import type { Basemap, Bounds, LatLong } from '#lib/map/types.ts';

export interface Territory {
  id: string;
  name: string;
  bounds: Bounds;
  center: LatLong;
  basemap: Basemap;
  contact: { phone?: string; email?: string; address?: string };
  demonstration: boolean;
}

export interface ServiceSummary {
  code: string;
  name: string;
  description: string;
  group: string;
}

export interface Service extends ServiceSummary {
  hasQuestions: boolean;
  emergencyNotice: string | null;
}

export interface Question {
  variable: boolean;
  code: string;
  datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';
  required: boolean;
  datatypeDescription: string;
  order: number;
  description: string;
  values: { key: string; name: string }[];
}

export interface Suggestion {
  service: ServiceSummary;
  score: number;
  words: string[];
}

export interface Place {
  id: string;
  kind: 'address' | 'street' | 'landmark' | 'commune';
  label: string;
  communeName: string;
  point: LatLong;
}

export interface Nearest {
  label: string;
  communeName: string | null;
  distanceMetres: number;
}

export interface Competence {
  outcome: 'found' | 'unclear' | 'outside';
  organization: { id: string; name: string } | null;
  reason: string;
}

export type Status =
  | 'received'
  | 'triaged'
  | 'planned'
  | 'started'
  | 'done'
  | 'answered'
  | 'rejected';

export interface PublicRequest {
  id: string;
  serviceName: string;
  serviceGroup: string;
  status: Status;
  statusLabel: string;
  address: string;
  communeName: string | null;
  point: LatLong | null;
  organization: { id: string; name: string } | null;
  receivedAt: string;
  closedAt: string | null;
}

export interface Tracking {
  code: string;
  serviceName: string;
  status: Status;
  statusLabel: string;
  place: string;
  point: LatLong | null;
  communeName: string | null;
  receivedAt: string;
  closedAt: string | null;
  organization: { id: string; name: string } | null;
  nextStep: string;
  timeline: { at: string; title: string; detail: string | null; organizationName: string | null }[];
  photos: { fileId: string; kind: 'resident' | 'before' | 'after' }[];
}

export interface NewRequest {
  serviceCode: string;
  description: string;
  point: LatLong | null;
  address: string | null;
  answers: Record<string, string | string[]>;
  photoIds: string[];
  contact?: { name?: string; email?: string; phone?: string };
  language: 'fr' | 'en';
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** What the API answered: the data, or the refusal in its own words. */
export type Answer<T> = { data: T } | { problem: Problem | null; status: number };

type Parameters = Record<string, string | number | null | undefined>;

/** Asks the public API one question. A refusal is an answer here: forms show it to their reader. */
export async function ask<T>(
  event: RequestEvent,
  path: string,
  parameters: Parameters = {},
  init: RequestInit = {},
): Promise<Answer<T>> {
  const url = new URL(`/api/v1${path}`, event.url.origin);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') {
      url.searchParams.set(name, String(value));
    }
  }
  const response = await dispatch(event, new Request(url, init));
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return { data: body as T };
  return { status: response.status, problem: isProblem(body) ? body : null };
}

/** As {@link ask}, where anything but the data is the end of the page. */
export async function read<T>(event: RequestEvent, path: string, parameters?: Parameters) {
  const answer = await ask<T>(event, path, parameters);
  if ('data' in answer) return answer.data;
  const { lang, requestId } = event.locals;
  error(answer.status, { message: explain(answer.status, answer.problem, lang), requestId, lang });
}

/** As {@link ask}, for what the page can do without. */
export async function readIfPossible<T>(
  event: RequestEvent,
  path: string,
  parameters?: Parameters,
): Promise<T | null> {
  const answer = await ask<T>(event, path, parameters);
  return 'data' in answer ? answer.data : null;
}

/** The whole catalogue, however many pages it takes. */
export async function readServices(event: RequestEvent): Promise<Service[]> {
  const services: Service[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Service> = await read(event, '/services', { limit: 100, cursor });
    services.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && services.length < 1_000);
  return services;
}
