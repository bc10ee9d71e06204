import type { Act } from '../../platform/acts/index.ts';
import { parisDate } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { workOrderEvent } from './events.ts';
import { type Level, workOrderNumber } from './model.ts';
import { type Crew, findCommune, findCrew, requestsForWorkOrders } from './neighbours.ts';
import { mayPlan } from './policy.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import type { PlanWorkOrder, WorkOrderView } from './schemas.ts';
import { findActiveOrder, insertWorkOrder, takeNumbers } from './store.ts';
import type { WorkOrder } from './work-order.ts';

/** Sends a crew to a place on a day: to answer a request, or of the dispatcher's own motion. */
export function planWorkOrder(
  platform: Platform,
  act: Act,
  command: PlanWorkOrder,
): Promise<WorkOrderView> {
  return platform.perform(act, async (tx) => {
    const crew = await findCrew(tx, act.territoryId, command.crewId);
    ensure(crew, problems.unknownCrew);
    ensure(mayPlan(act.actor, crew.organizationId));
    // First, for its lock: two dispatchers who plan the same request at once do so in turn.
    const number = await nextNumber(tx, act);
    const subject = command.serviceRequestId
      ? await fromRequest(tx, act, crew, command, command.serviceRequestId)
      : await byHand(platform, tx, act, command);
    const order: WorkOrder = {
      ...subject,
      id: uuidv7(platform.clock),
      number,
      organizationId: crew.organizationId,
      crewId: crew.id,
      instructions: command.instructions ?? '',
      status: 'planned',
      scheduledStart: new Date(command.scheduledStart),
      estimatedMinutes: command.estimatedMinutes,
      startedAt: null,
      endedAt: null,
      outcome: null,
      failureReason: null,
      minutesSpent: null,
      createdAt: act.at,
      updatedAt: act.at,
      version: 1,
    };
    await insertWorkOrder(tx, act.territoryId, order);
    await platform.events.publish(tx, act, workOrderEvent('planned', order, crew.name));
    return present(tx, act, order);
  });
}

type Subject = Pick<
  WorkOrder,
  'serviceRequestId' | 'title' | 'point' | 'address' | 'communeName' | 'severity' | 'urgency'
>;

/** Statuses in which a request expects nothing more. */
const CLOSED = ['done', 'answered', 'rejected'];

/** What the request says, unless the dispatcher says better. */
async function fromRequest(
  tx: Tx,
  act: Act,
  crew: Crew,
  command: PlanWorkOrder,
  requestId: string,
): Promise<Subject> {
  const request = (await requestsForWorkOrders(tx, act.territoryId, [requestId])).get(requestId);
  ensure(request, problems.unknownRequest);
  const { code } = request;
  ensure(request.organizationId === crew.organizationId, () => problems.foreignRequest({ code }));
  const active = await findActiveOrder(tx, act.territoryId, requestId);
  if (active) throw problems.alreadyPlanned({ number: active.number });
  ensure(!CLOSED.includes(request.status), () => problems.requestNotOpen({ code }));
  return {
    serviceRequestId: request.id,
    title: command.title?.trim() ?? request.serviceName,
    point: command.point ?? request.point,
    address: command.address ?? request.address,
    communeName: request.communeName,
    severity: (command.severity ?? request.severity) as Level,
    urgency: (command.urgency ?? request.urgency) as Level,
  };
}

const ORDINARY: Level = 2;

async function byHand(
  platform: Platform,
  tx: Tx,
  act: Act,
  command: PlanWorkOrder,
): Promise<Subject> {
  const { point = null, address = '', title } = command;
  ensure(title && (point || address.trim() !== ''), problems.incomplete);
  const commune = point && (await findCommune(platform, tx, act.territoryId, point));
  return {
    serviceRequestId: null,
    title: title.trim(),
    point,
    address,
    communeName: commune?.name ?? '',
    severity: (command.severity ?? ORDINARY) as Level,
    urgency: (command.urgency ?? ORDINARY) as Level,
  };
}

async function nextNumber(tx: Tx, act: Act): Promise<string> {
  const year = Number(parisDate(act.at).slice(0, 4));
  return workOrderNumber(year, await takeNumbers(tx, act.territoryId, year));
}
