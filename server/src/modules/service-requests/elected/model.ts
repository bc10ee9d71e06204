import { type Grade, isClosed, type Status } from '../model.ts';

/** What the elected official's page counts of a request: nothing that names a person, no agent. */
export interface Reported {
  id: string;
  serviceName: string;
  address: string;
  status: Status;
  priority: Grade;
  receivedAt: Date;
  closedAt: Date | null;
  plannedFor: Date | null;
}

/** What happened in one street about one subject. */
export interface StreetSummary {
  street: string;
  subject: string;
  total: number;
  done: number;
  /** Median of days from the report to the end of the work. */
  days: number | null;
  planned: number;
  waiting: number;
  /** Ready to be read out or copied. */
  text: string;
}

const DAY_MS = 86_400_000;
const MONTHS = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'Europe/Paris' });
const DAYS = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Paris',
});

/** The street of an address as people write it: « 12 bis rue des Tilleuls, Ouestville » → « rue des Tilleuls ». */
export function streetOf(address: string): string {
  const [first = ''] = address.split(',');
  return first.replace(/^\s*\d+\s*(?:bis|ter|quater|[a-d])?\s+(?=\p{L})/iu, '').trim();
}

/** By street and subject, those with most requests first. Addresses without a street are left out. */
export function summarize(reported: readonly Reported[], most: number): StreetSummary[] {
  const groups = Map.groupBy(
    reported.filter(({ address }) => streetOf(address) !== ''),
    ({ address, serviceName }) => `${streetOf(address).toLowerCase()} ${serviceName}`,
  );
  return [...groups.values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, most)
    .map(summaryOf);
}

function summaryOf(requests: readonly Reported[]): StreetSummary {
  const [first] = requests as [Reported, ...Reported[]];
  const done = requests.filter(({ status }) => status === 'done');
  const planned = requests.filter(({ status }) => status === 'planned' || status === 'started');
  const waiting = requests.filter(({ status }) => status === 'received' || status === 'triaged');
  const other = requests.filter(({ status }) => isClosed(status) && status !== 'done');
  const days = median(
    done.map(
      ({ receivedAt, closedAt }) =>
        ((closedAt ?? receivedAt).getTime() - receivedAt.getTime()) / DAY_MS,
    ),
  );
  const since = new Date(Math.min(...requests.map(({ receivedAt }) => receivedAt.getTime())));
  const next = planned
    .flatMap(({ plannedFor }) => plannedFor ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
  const parts = [
    `${count(requests.length, 'demande', 'demandes')} depuis ${MONTHS.format(since)}`,
    done.length > 0 &&
      `${count(done.length, 'faite', 'faites')}${days === null ? '' : ` en ${tellDays(days)}`}`,
    planned.length > 0 &&
      `${count(planned.length, 'prévue', 'prévues')}${next ? ` le ${tellDate(next)}` : ''}`,
    waiting.length > 0 && `${waiting.length} en attente`,
    other.length > 0 && count(other.length, 'close autrement', 'closes autrement'),
  ].filter((part) => part !== false);
  const street = capital(streetOf(first.address));
  return {
    street,
    subject: first.serviceName,
    total: requests.length,
    done: done.length,
    days,
    planned: planned.length,
    waiting: waiting.length,
    text: `${street}, ${first.serviceName.toLowerCase()} : ${parts.join(', ')}.`,
  };
}

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;
const tellDays = (days: number) =>
  days < 1 ? 'moins d’un jour' : count(Math.round(days), 'jour', 'jours');
const tellDate = (date: Date) => DAYS.format(date).replace(/^1 /, '1er ');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
