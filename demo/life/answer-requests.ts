import type { Crew, DemonstrationRequest, DemonstrationWorkOrder } from '../types.ts';
import { HOUR } from './calendar.ts';
import { type Course, type Courses, followRequest, refuseRequest } from './course.ts';
import type { Received } from './receive.ts';
import { untilNow } from './truncate.ts';
import { DUPLICATES } from './words/closing.ts';

interface Answering extends Courses {
  sentFor(serviceCode: string, organization: string, communeCode: string): Crew | undefined;
}

/** How long nobody notices that two reports are about one thing. */
const UNSEEN = 5 * HOUR;

/** Leads every request as far as it has come by now, oldest first: crews have one diary. */
export function answerRequests(
  received: readonly Received[],
  answering: Answering,
): { requests: DemonstrationRequest[]; orders: DemonstrationWorkOrder[] } {
  const { now } = answering.calendar;
  const requests: DemonstrationRequest[] = [];
  const orders: DemonstrationWorkOrder[] = [];
  for (const { request, refusal, echoes } of received) {
    const whole = refusal
      ? { history: refuseRequest(answering, request, refusal), orders: [] }
      : follow(answering, request);
    const life = untilNow(whole, now);
    const last = lastOrder(life);
    requests.push({ ...request, history: life.history, ...(last && { workOrderId: last.id }) });
    orders.push(...life.orders);
    const isOpen = endOf(whole) > now;
    for (const echo of echoes) {
      if (endOf(whole) <= Date.parse(echo.requestedAt)) continue;
      const told = isOpen ? joinLeader(echo, request.id, now) : followEcho(answering, echo);
      requests.push({ ...told, ...(told.history.length > 1 && { duplicateOf: request.id }) });
      if (told.history.length > 1) last?.requestIds.push(echo.id);
    }
  }
  requests.sort((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt));
  return { requests, orders };
}

/** What the request has in hand: a visit before it was reopened no longer answers it. */
function lastOrder({ history, orders }: Course): DemonstrationWorkOrder | undefined {
  const reopened = history.findLast(({ disputed }) => disputed)?.at ?? '';
  return orders.findLast(({ createdAt }) => createdAt > reopened);
}

/** Somebody of the town sees within hours that it is the same; until then it waits to be found. */
function joinLeader(
  echo: DemonstrationRequest,
  leaderId: string,
  now: number,
): DemonstrationRequest {
  const history: DemonstrationRequest['history'] = [{ status: 'received', at: echo.requestedAt }];
  const isFresh = Date.parse(echo.requestedAt) > now - UNSEEN;
  return { ...echo, history, ...(!isFresh && { joins: leaderId }) };
}

/** Before they were joined, those who asked again were sent to the first. */
function followEcho(answering: Answering, echo: DemonstrationRequest): DemonstrationRequest {
  const note = answering.random.pick(DUPLICATES);
  const history = refuseRequest(answering, echo, { reason: 'duplicate', note });
  return { ...echo, history: untilNow({ history, orders: [] }, answering.calendar.now).history };
}

function follow(answering: Answering, request: DemonstrationRequest): Course {
  const { serviceCode, organization, communeCode } = request;
  return followRequest(
    answering,
    request,
    answering.sentFor(serviceCode, organization, communeCode),
  );
}

const endOf = ({ history }: Course): number => Date.parse(history.at(-1)?.at ?? '');
