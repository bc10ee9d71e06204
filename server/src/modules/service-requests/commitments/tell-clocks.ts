import type { WorkSchedule } from '../../../platform/clock/index.ts';
import type { StoredEvent } from '../../../platform/events/index.ts';
import type { Service } from '../catalogue.ts';
import { type Channel, type Grade, isClosed, type Status } from '../model.ts';
import { type Clock, meet, promise, resume, start, stop, type WorkingClock } from './clock.ts';
import { afterWait, type Procedure, receiptClock, silenceClock } from './legal.ts';
import {
  type ClockRules,
  holdsAt,
  type PromiseKind,
  promisedMinutes,
  scheduleAt,
} from './promises.ts';

/** What is read of an event's data. */
interface Told {
  channel: Channel;
  serviceCode: string;
  serviceGroup: string;
  priority: Grade;
  status: Status;
  public?: boolean;
}

interface Running {
  /** The town's hours as they were when the promise was made: other hours do not move it. */
  schedule: WorkSchedule;
  working: Partial<Record<PromiseKind, WorkingClock>>;
  receipt: Clock | null;
  silence: Clock | null;
  procedure: Procedure | null;
  waitingSince: Date | null;
}

type Services = ReadonlyMap<string, Service>;

/**
 * The clocks of a request, told anew from its whole log: whatever order events are heard in, and
 * however often, the answer is the same. A promise is the one of the day when the request came, or
 * came back.
 *
 * @param history - the request's events, oldest first; others' are left aside
 */
export function tellClocks(
  history: readonly StoredEvent[],
  rules: ClockRules,
  services: Services,
): Clock[] {
  let running: Running | undefined;
  for (const event of history) running = hear(running, event, rules, services);
  if (!running) return [];
  const { working, receipt, silence } = running;
  return [working['first-reply'], working.resolution, receipt, silence].filter(
    (clock) => clock !== undefined && clock !== null,
  );
}

function hear(
  running: Running | undefined,
  { type, at, data }: StoredEvent,
  rules: ClockRules,
  services: Services,
): Running | undefined {
  const told = data as unknown as Told;
  if (type === 'service-request.received') return begin(told, at, rules, services);
  if (!running) return undefined;
  switch (type) {
    case 'service-request.reopened':
      // The promise is made again; the law's clocks have been answered.
      return { ...running, ...remade(begin(told, at, rules, services)), waitingSince: null };
    case 'service-request.triaged':
      return retarget(met(running, 'first-reply', at), told, at, rules, services);
    case 'service-request.corrected':
      return retarget(running, told, at, rules, services);
    case 'service-request.commented':
      return told.public === true ? met(running, 'first-reply', at) : running;
    case 'service-request.waiting':
      return pause(met(running, 'first-reply', at), at);
    case 'service-request.resident-wrote':
      return unpause(running, at);
    case 'service-request.planned':
      return met(running, 'first-reply', at);
    // Who joined another waits with it; what the law counts goes on.
    case 'service-request.merged':
      return {
        ...running,
        working: each(running.working, (one) => stop(one, at, running.schedule)),
      };
    case 'service-request.unmerged':
      if (running.waitingSince) return running;
      return {
        ...running,
        working: each(running.working, (one) => resume(one, at, running.schedule)),
      };
    case 'service-request.transferred':
      return reachedAnother(running, at);
    case 'service-request.receipt-acknowledged':
      return running.receipt ? { ...running, receipt: meet(running.receipt, at) } : running;
    default:
      return told.status !== undefined && isClosed(told.status) ? close(running, at) : running;
  }
}

function begin(told: Told, at: Date, rules: ClockRules, services: Services): Running {
  const service = services.get(told.serviceCode);
  const procedure =
    rules.procedures.find((one) => one.serviceCode === told.serviceCode && holdsAt(one, at)) ??
    null;
  const schedule = scheduleAt(rules, at);
  const working: Running['working'] = {};
  for (const kind of ['first-reply', 'resolution'] as const) {
    const minutes = service && promisedMinutes(rules, kind, service, told.priority, at);
    if (minutes) working[kind] = start(kind, at, minutes, schedule);
  }
  return {
    schedule,
    working,
    receipt: procedure && receiptAt(told.channel, at),
    silence: procedure && silenceClock(at, procedure),
    procedure,
    waitingSince: null,
  };
}

const remade = ({ schedule, working }: Running) => ({ schedule, working });

/** Whoever reports on a page reads the acknowledgement at once. */
function receiptAt(channel: Channel, at: Date): Clock {
  const clock = receiptClock(at);
  return channel === 'web' ? meet(clock, at) : clock;
}

/** Judged anew, the request has another promise; what was spent of the first stays spent. */
function retarget(
  running: Running,
  told: Told,
  at: Date,
  rules: ClockRules,
  services: Services,
): Running {
  const service = services.get(told.serviceCode);
  if (!service) return running;
  const working: Running['working'] = {};
  for (const kind of ['first-reply', 'resolution'] as const) {
    const clock = running.working[kind];
    // Held to the rules of the day when it came, for what it now is.
    const since = clock?.startedAt ?? at;
    const minutes = promisedMinutes(rules, kind, service, told.priority, since);
    if (clock?.metAt) working[kind] = clock;
    else if (minutes === null) continue;
    else if (clock) working[kind] = promise(clock, at, minutes, running.schedule);
    else if (kind === 'resolution') working[kind] = start(kind, at, minutes, running.schedule);
  }
  return { ...running, working };
}

function pause(running: Running, at: Date): Running {
  const { schedule } = running;
  if (running.waitingSince) return running;
  return {
    ...running,
    working: each(running.working, (clock) => stop(clock, at, schedule)),
    waitingSince: at,
  };
}

function unpause(running: Running, at: Date): Running {
  const { schedule, waitingSince, silence, procedure } = running;
  if (!waitingSince) return running;
  return {
    ...running,
    working: each(running.working, (clock) => resume(clock, at, schedule)),
    silence: silence && procedure && afterWait(silence, waitingSince, at, procedure),
    waitingSince: null,
  };
}

/**
 * Of a demand sent to the wrong authority, rejection is counted from the first that received it,
 * acceptance from the competent one (CRPA L114-3).
 */
function reachedAnother(running: Running, at: Date): Running {
  const { silence, procedure } = running;
  if (silence?.metAt !== null || procedure?.silence !== 'acceptance') return running;
  return { ...running, silence: { ...silenceClock(at, procedure), startedAt: silence.startedAt } };
}

function met(running: Running, kind: PromiseKind, at: Date): Running {
  const clock = running.working[kind];
  if (!clock) return running;
  return { ...running, working: { ...running.working, [kind]: meet(clock, at) } };
}

function close(running: Running, at: Date): Running {
  return {
    ...running,
    working: each(running.working, (clock) => meet(clock, at)),
    silence: running.silence && meet(running.silence, at),
    receipt: running.receipt && meet(running.receipt, at),
  };
}

function each(
  working: Running['working'],
  change: (clock: WorkingClock) => WorkingClock,
): Running['working'] {
  return Object.fromEntries(Object.entries(working).map(([kind, clock]) => [kind, change(clock)]));
}
