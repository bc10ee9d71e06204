import type { Act } from '../../platform/acts/index.ts';
import type { NewEvent } from '../../platform/events/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import type { Answers } from './answers.ts';
import type { Service } from './catalogue.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { type ContactGiven, readContact } from './contact.ts';
import { dueAt } from './deadline.ts';
import {
  type ImportedEventData,
  SERVICE_REQUEST_EVENTS,
  type ServiceRequestEvent,
  serviceRequestEvent,
} from './events.ts';
import { type Exposed, exposureAt } from './exposure/exposure-at.ts';
import { NOT_HANDED_OVER } from './hand-over/model.ts';
import { type Channel, type Grade, isClosed, type RejectionReason, type Status } from './model.ts';
import { type Catalogue, catalogueOf } from './offered-services.ts';
import { mayImport } from './policy.ts';
import { priorityOf } from './priority.ts';
import { problems } from './problems.ts';
import { type PastRating, pastRating, ratedEvent, wasDisputed } from './residents/past.ts';
import { saveRatings } from './residents/store.ts';
import { retryOnCollision } from './retry-on-collision.ts';
import { type ServiceRequest, UNTOUCHED, type WorkOrderSeen } from './service-request.ts';
import { idsByReference, insertRequests } from './store.ts';
import { newTrackingCode } from './tracking-code.ts';
import { learnWords } from './vocabulary.ts';

/** One status in a request's past, as another program or the demonstration tells it. */
export interface PastStatus {
  /** `received` after a closing tells that it was reopened: by a follower when `data.by` says so. */
  status: Status;
  at: Date;
  /** What was said: an answer, a refusal, what was done. */
  note?: string | undefined;
  rejectionReason?: RejectionReason | undefined;
  /** Facts of the event: `scheduledStart`, `workOrderNumber`, `crewName`, `outcome`… */
  data?: Record<string, unknown> | undefined;
}

/** One request with its whole past. */
export interface ImportedRequest {
  /** Chosen by the caller when something else must refer to it. */
  id?: string | undefined;
  /** Its identity where it comes from: the same reference is never imported twice. */
  externalReference: string;
  serviceCode: string;
  description: string;
  answers?: Answers | undefined;
  language?: 'fr' | 'en' | undefined;
  channel: Channel;
  point: Point | null;
  address: string;
  communeId: string | null;
  communeName: string | null;
  organizationId: string | null;
  severity?: Grade | undefined;
  urgency?: Grade | undefined;
  contact?: ContactGiven | undefined;
  /** The work order that answers it, when that one is imported too. */
  workOrder?: WorkOrderSeen | null | undefined;
  receivedAt: Date;
  /** After its reception, oldest first. */
  history: PastStatus[];
  /** What its author answered to the question of satisfaction, once it was closed. */
  rating?: PastRating | undefined;
}

/** Rows of one transaction: large enough to be fast, small enough to be gentle with the others. */
const BATCH = 2_000;

/**
 * Brings in requests from elsewhere with their past, as many as there are.
 *
 * Their events go to the log with their own dates and are heard by nobody: no mail leaves for what
 * happened last year. One `service-requests.imported` a batch lets the indicators catch up.
 * Running it again brings in only what is missing.
 *
 * @returns how many were new, and the id of each reference given
 * @throws Problem `unsound-import` (422) when a row names an unknown service or runs backwards
 */
export async function importServiceRequests(
  platform: Platform,
  act: Act,
  rows: readonly ImportedRequest[],
): Promise<{ count: number; ids: Map<string, string> }> {
  ensure(mayImport(act.actor));
  const catalogue = await catalogueOf(platform, act.territoryId);
  const ids = new Map<string, string>();
  let count = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const imported = await retryOnCollision(() => importBatch(platform, act, catalogue, batch));
    count += imported.count;
    for (const [reference, id] of imported.ids) ids.set(reference, id);
  }
  return { count, ids };
}

async function importBatch(
  platform: Platform,
  act: Act,
  catalogue: Catalogue,
  batch: readonly ImportedRequest[],
): Promise<{ count: number; ids: Map<string, string> }> {
  const { territoryId } = act;
  const references = batch.map((row) => row.externalReference);
  // What is there already is not even prepared: a second import takes a fraction of the first.
  const known = await idsByReference(platform.db.read, territoryId, references);
  const missing = batch.filter((row) => !known.has(row.externalReference));
  if (missing.length === 0) return { count: 0, ids: known };
  const requests = await Promise.all(
    missing.map(async (row) =>
      toRequest(catalogue, row, await exposureOfRow(platform, territoryId, row, catalogue)),
    ),
  );
  return platform.db.transaction(async (tx) => {
    const inserted = await insertRequests(
      tx,
      requests.map(({ request }) => ({ territoryId, value: request })),
    );
    const fresh = requests.filter(({ request }) => inserted.has(request.id));
    if (fresh.length > 0) {
      await learnWords(
        platform.db,
        tx,
        fresh.map(({ request }) => ({
          territoryId,
          value: `${request.serviceName} ${request.description} ${request.address}`,
        })),
      );
      await platform.events.record(
        tx,
        act,
        fresh.flatMap(({ row, request }) => pastEvents(row, request)),
      );
      // Before the batch is told: the indicators count what is there then.
      await saveRatings(
        tx,
        territoryId,
        fresh.flatMap(({ row, request }) => (row.rating ? pastRating(request, row.rating) : [])),
      );
      await platform.events.publish(tx, act, importedEvent(act, fresh));
    }
    return { count: fresh.length, ids: await idsByReference(tx, territoryId, references) };
  });
}

/** What is over needs no place in a queue, hence no look around. */
function exposureOfRow(
  platform: Platform,
  territoryId: string,
  row: ImportedRequest,
  { weights }: Catalogue,
) {
  const isOpen = !isClosed(row.history.at(-1)?.status ?? 'received');
  return exposureAt(platform, territoryId, isOpen ? row.point : null, weights);
}

function toRequest(catalogue: Catalogue, row: ImportedRequest, exposed: Exposed) {
  const service = catalogue.byCode.get(row.serviceCode);
  ensure(service, () => unsound(row, `prestation inconnue, « ${row.serviceCode} »`));
  const dates = [row.receivedAt, ...row.history.map(({ at }) => at)];
  const goesForward = dates.every((at, index) => index === 0 || at >= (dates[index - 1] as Date));
  ensure(goesForward, () => unsound(row, 'les dates de son histoire reculent'));
  const isJudgedTooSoon = row.rating && !(row.rating.at >= closedAtOf(row));
  ensure(!isJudgedTooSoon, () => unsound(row, 'elle est jugée sans être close'));
  return { row, request: lastState(catalogue, service, row, exposed) };
}

/** When its last step closed it; after all times when it is still open. */
function closedAtOf({ history }: ImportedRequest): Date {
  const last = history.at(-1);
  return last && isClosed(last.status) ? last.at : new Date(8.64e15);
}

function unsound({ externalReference }: ImportedRequest, fault: string) {
  return problems.unsoundImport({ detail: `Demande ${externalReference} : ${fault}.` });
}

function lastState(
  catalogue: Catalogue,
  service: Service,
  row: ImportedRequest,
  exposed: Exposed,
): ServiceRequest {
  const last = row.history.at(-1);
  const status = last?.status ?? 'received';
  const severity = row.severity ?? service.defaultSeverity;
  const urgency = row.urgency ?? service.defaultUrgency;
  const priority = priorityOf(catalogue.grid, severity, urgency, exposed.exposure);
  return {
    id: row.id ?? uuidv7({ now: () => row.receivedAt }),
    code: newTrackingCode(),
    externalReference: row.externalReference,
    serviceCode: service.code,
    serviceName: service.name,
    serviceGroup: service.group,
    description: cleanText(row.description),
    answers: row.answers ?? {},
    language: row.language ?? 'fr',
    channel: row.channel,
    point: row.point,
    address: cleanLine(row.address),
    communeId: row.communeId,
    communeName: row.communeName,
    organizationId: row.organizationId,
    formerOrganizationIds: [],
    assignment: row.organizationId === null ? 'unclear' : 'certain',
    assignmentReason: 'Demande reprise d’un autre outil.',
    handOver: NOT_HANDED_OVER,
    status,
    severity,
    urgency,
    ...exposed,
    priority,
    contact: readContact(row.contact ?? {}),
    ...UNTOUCHED,
    workOrder: row.workOrder ?? null,
    reopenedCount: row.history.filter(({ status }) => status === 'received').length,
    disputedAt: wasDisputed(last) ? last.at : null,
    photoCount: 0,
    receivedAt: row.receivedAt,
    updatedAt: last?.at ?? row.receivedAt,
    closedAt: last && isClosed(status) ? last.at : null,
    mergedIntoId: null,
    duplicatesCount: 0,
    dueAt: dueAt(catalogue.clockRules, service, priority, row.receivedAt),
    version: 1 + row.history.length,
  };
}

const EVENT_OF_STATUS: Record<Status, ServiceRequestEvent> = {
  received: 'reopened',
  triaged: 'triaged',
  planned: 'planned',
  started: 'started',
  done: 'done',
  answered: 'answered',
  rejected: 'rejected',
};

function pastEvents(row: ImportedRequest, request: ServiceRequest): (NewEvent & { at: Date })[] {
  const asReceived = { ...request, status: 'received' as const, closedAt: null };
  const reception = { ...serviceRequestEvent('received', asReceived), at: row.receivedAt };
  const later = row.history.map(({ status, at, note, rejectionReason, data }) => {
    const then = { ...request, status, closedAt: isClosed(status) ? at : null };
    const facts = { ...data, ...(rejectionReason && { rejectionReason }) };
    return { ...serviceRequestEvent(EVENT_OF_STATUS[status], then, facts, note), at };
  });
  return [reception, ...later, ...(row.rating ? [ratedEvent(request, row.rating)] : [])];
}

function importedEvent(act: Act, fresh: readonly { request: ServiceRequest }[]): NewEvent {
  const times = fresh.map(({ request }) => request.receivedAt.getTime());
  const data: ImportedEventData = {
    count: fresh.length,
    from: new Date(Math.min(...times)).toISOString(),
    to: new Date(Math.max(...times)).toISOString(),
    ids: fresh.map(({ request }) => request.id),
  };
  return {
    type: SERVICE_REQUEST_EVENTS.imported,
    subject: act.territoryId,
    organizationId: null,
    data,
  };
}
