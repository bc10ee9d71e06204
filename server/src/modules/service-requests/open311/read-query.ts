import { isCivilDate } from '../../../platform/clock/index.ts';
import type { BoundingBox } from '../../../platform/geo/index.ts';
import { CLOSED, OPEN, type Status } from '../model.ts';
import { Open311Refusal } from './errors.ts';

/** Which requests a client asks for. */
export interface RequestsQuery {
  ids: string[] | undefined;
  serviceCodes: string[] | undefined;
  statuses: Status[] | undefined;
  /** On `requested_datetime`. */
  from: Date | undefined;
  to: Date | undefined;
  /** On `updated_datetime`. */
  updatedAfter: Date | undefined;
  updatedBefore: Date | undefined;
  box: BoundingBox | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
  /** Whether to show what the standard does not have. */
  extensions: boolean;
}

export type Parameters = Record<string, unknown>;

const SPAN_MS = 90 * 86_400_000;
/** « first 1000 requests returned » (GET Service Requests, Response Volume). */
const MOST_REQUESTS = 1_000;
/** Each has its whole story with it. */
const MOST_EXTENDED = 100;
const MOST_PAGES = 10_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const W3C = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads the parameters of « GET Service Requests ». An empty parameter is an absent one, one that
 * we do not know is passed over.
 *
 * The standard does not say what a span of more than 90 days returns: we refuse it, rather than
 * let a client believe that it has seen everything.
 *
 * @throws Open311Refusal (400)
 */
export function readRequestsQuery(parameters: Parameters, now: Date): RequestsQuery {
  const ids = readList(parameters.service_request_id);
  if (ids && ids.length > MOST_REQUESTS) {
    throw new Open311Refusal(400, `${MOST_REQUESTS} identifiants au plus.`);
  }
  const extensions = readText('extensions', parameters.extensions) === 'true';
  // « This overrides all other arguments »: they are not even read.
  const filters = ids ? NO_FILTER : readFilters(parameters, now);
  const most = extensions ? MOST_EXTENDED : MOST_REQUESTS;
  return {
    ...filters,
    // An identifier that cannot be one of ours names nothing.
    ids: ids?.filter((id) => UUID.test(id)),
    page: ids ? 1 : readWhole('page', parameters.page, 1, MOST_PAGES),
    pageSize: ids ? most : readWhole('page_size', parameters.page_size, most, MOST_REQUESTS, most),
    extensions,
  };
}

type Filters = Omit<RequestsQuery, 'ids' | 'page' | 'pageSize' | 'extensions'>;

const NO_FILTER: Filters = {
  serviceCodes: undefined,
  statuses: undefined,
  from: undefined,
  to: undefined,
  updatedAfter: undefined,
  updatedBefore: undefined,
  box: undefined,
};

function readFilters(parameters: Parameters, now: Date): Filters {
  const updatedAfter = readDate('updated_after', parameters.updated_after);
  const updatedBefore = readDate('updated_before', parameters.updated_before);
  if (updatedAfter && updatedBefore && updatedAfter > updatedBefore) {
    throw new Open311Refusal(400, 'updated_after vient après updated_before.');
  }
  const follows = updatedAfter !== undefined || updatedBefore !== undefined;
  return {
    serviceCodes: readList(parameters.service_code),
    statuses: readStatuses(parameters.status),
    ...readRange(parameters, now, follows),
    updatedAfter,
    updatedBefore,
    box: readBox(parameters.bbox),
  };
}

/** The range on `requested_datetime`; none by default for who asks what changed since a date. */
function readRange(parameters: Parameters, now: Date, follows: boolean) {
  const start = readDate('start_date', parameters.start_date);
  const end = readDate('end_date', parameters.end_date);
  if (!start && !end && follows) return { from: undefined, to: undefined };
  const to = end ?? (start ? new Date(start.getTime() + SPAN_MS) : now);
  const from = start ?? new Date(to.getTime() - SPAN_MS);
  if (from > to) throw new Open311Refusal(400, 'start_date vient après end_date.');
  if (to.getTime() - from.getTime() > SPAN_MS) {
    throw new Open311Refusal(400, 'De start_date à end_date, 90 jours au plus.');
  }
  return { from, to };
}

/** One value, or undefined; a parameter given twice is refused. */
export function readText(name: string, value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  throw new Open311Refusal(400, `${name} est donné plusieurs fois.`);
}

function readList(value: unknown): string[] | undefined {
  const items = [value ?? '']
    .flat()
    .flatMap((part) => String(part).split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return items.length > 0 ? items : undefined;
}

/** A W3C date and time, or a day alone (its midnight, UTC). */
export function readDate(name: string, value: unknown): Date | undefined {
  const text = readText(name, value);
  if (text === undefined) return undefined;
  // A « + » that was not encoded reaches us as a space.
  const written = text.replace(/(T.*) (\d{2}:\d{2})$/, '$1+$2');
  const date =
    W3C.test(written) && isCivilDate(written.slice(0, 10)) ? new Date(written) : undefined;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw new Open311Refusal(
    400,
    `${name} n’est pas une date W3C, par exemple 2026-11-24T09:00:00Z.`,
  );
}

function readWhole(name: string, value: unknown, usual: number, most: number, cap = most): number {
  const text = readText(name, value);
  if (text === undefined) return usual;
  if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) {
    return Math.min(Number(text), cap);
  }
  throw new Open311Refusal(400, `${name} est un nombre entier de 1 à ${most}.`);
}

function readStatuses(value: unknown): Status[] | undefined {
  return readList(value)?.flatMap((status): readonly Status[] => {
    if (status === 'open') return OPEN;
    if (status === 'closed') return CLOSED;
    throw new Open311Refusal(400, 'status vaut open ou closed.');
  });
}

function readBox(value: unknown): BoundingBox | undefined {
  const text = readText('bbox', value);
  if (text === undefined) return undefined;
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west, south, east, north] = numbers as [number, number, number, number];
  const sound =
    numbers.length === 4 &&
    west >= -180 &&
    east <= 180 &&
    south >= -90 &&
    north <= 90 &&
    west <= east &&
    south <= north;
  if (sound) return { west, south, east, north };
  throw new Open311Refusal(400, 'bbox vaut ouest,sud,est,nord, en degrés.');
}
