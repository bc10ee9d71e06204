import { isCivilDate } from '../../../platform/clock/index.ts';
import { CLOSED, OPEN, type Status } from '../model.ts';
import { Open311Refusal } from './errors.ts';

/** Which requests a client asks for. */
export interface RequestsQuery {
  ids: string[] | undefined;
  serviceCodes: string[] | undefined;
  statuses: Status[] | undefined;
  from: Date;
  to: Date;
}

type Parameters = Record<string, unknown>;

const SPAN_MS = 90 * 86_400_000;
const MOST_IDS = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const W3C = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads the parameters of « GET Service Requests ». An empty parameter is an absent one.
 *
 * The standard does not say what a span of more than 90 days returns: we refuse it, rather than
 * let a client believe that it has seen everything.
 */
export function readRequestsQuery(parameters: Parameters, now: Date): RequestsQuery {
  const ids = readList(parameters.service_request_id);
  if (ids && ids.length > MOST_IDS)
    throw new Open311Refusal(400, `${MOST_IDS} identifiants au plus.`);
  const start = readDate('start_date', parameters.start_date);
  const end = readDate('end_date', parameters.end_date);
  const to = end ?? (start ? new Date(Math.min(start.getTime() + SPAN_MS, farAhead(now))) : now);
  const from = start ?? new Date(to.getTime() - SPAN_MS);
  if (from > to) throw new Open311Refusal(400, 'start_date vient après end_date.');
  if (to.getTime() - from.getTime() > SPAN_MS) {
    throw new Open311Refusal(400, 'De start_date à end_date, 90 jours au plus.');
  }
  return {
    // An identifier that cannot be one of ours names nothing.
    ids: ids?.filter((id) => UUID.test(id)),
    serviceCodes: readList(parameters.service_code),
    statuses: readStatuses(parameters.status),
    from,
    to,
  };
}

const farAhead = (now: Date) => now.getTime() + SPAN_MS;

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

function readDate(name: string, value: unknown): Date | undefined {
  const text = readText(name, value);
  if (text === undefined) return undefined;
  const date = W3C.test(text) && isCivilDate(text.slice(0, 10)) ? new Date(text) : undefined;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw new Open311Refusal(
    400,
    `${name} n’est pas une date W3C, par exemple 2026-11-24T09:00:00Z.`,
  );
}

function readStatuses(value: unknown): Status[] | undefined {
  return readList(value)?.flatMap((status): readonly Status[] => {
    if (status === 'open') return OPEN;
    if (status === 'closed') return CLOSED;
    throw new Open311Refusal(400, 'status vaut open ou closed.');
  });
}
