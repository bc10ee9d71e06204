import type { Crew, DemonstrationRequest, DemonstrationWorkOrder } from '../types.ts';
import { type Course, type Courses, followRequest, refuseRequest } from './course.ts';
import type { Received } from './receive.ts';
import { untilNow } from './truncate.ts';
import { DUPLICATES } from './words/closing.ts';

interface Answering extends Courses {
  sentFor(serviceCode: string, organization: string, communeCode: string): Crew | undefined;
}

/** Leads every request as far as it has come by now, oldest first: crews have one diary. */
export function answerRequests(
  received: readonly Received[],
  answering: Answering,
): { requests: DemonstrationRequest[]; orders: DemonstrationWorkOrder[] } {
  const { now } = answering.calendar;
  const requests: DemonstrationRequest[] = [];
  const orders: DemonstrationWorkOrder[] = [];
  for (const { request, refusal, echo } of received) {
    const whole = refusal
      ? { history: refuseRequest(answering, request, refusal), orders: [] }
      : follow(answering, request);
    const life = untilNow(whole, now);
    const last = life.orders.at(-1);
    requests.push({ ...request, history: life.history, ...(last && { workOrderId: last.id }) });
    orders.push(...life.orders);
    if (echo && endOf(whole) > Date.parse(echo.requestedAt)) {
      const history = refuseRequest(answering, echo, {
        reason: 'duplicate',
        note: answering.random.pick(DUPLICATES),
      });
      const told = untilNow({ history, orders: [] }, now).history;
      requests.push({
        ...echo,
        history: told,
        ...(told.length > 1 && { duplicateOf: request.id }),
      });
      if (told.length > 1) last?.requestIds.push(echo.id);
    }
  }
  requests.sort((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt));
  return { requests, orders };
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
