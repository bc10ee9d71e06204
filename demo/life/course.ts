import type { Random } from '../core/random.ts';
import type { Crew, DemonstrationRequest, DemonstrationWorkOrder, StatusChange } from '../types.ts';
import { type Calendar, HOUR, MINUTE } from './calendar.ts';
import { daysPromised } from './grade.ts';
import { HABITS } from './habits.ts';
import type { Rounds } from './rounds.ts';
import { closest } from './words/closest.ts';
import { DISPUTES, drawRefusal, FAILURES, type Refusal } from './words/closing.ts';
import { wordsOf } from './words/index.ts';

/** What a request lives through, as far as the end, whenever that is. */
export interface Course {
  history: StatusChange[];
  orders: DemonstrationWorkOrder[];
}

export interface Courses {
  random: Random;
  calendar: Calendar;
  rounds: Rounds;
  /** Who reads and decides in an organization. */
  dispatcherOf(organization: string): string | undefined;
}

/** Office hours before someone reads it, and before a crew is given it, by urgency. */
interface Pace {
  triage: number;
  plan: number;
  visit: number;
}
const PACE: Readonly<Record<number, Pace>> = {
  4: { triage: 0.4, plan: 0.4, visit: 0.6 },
  3: { triage: 3, plan: 6, visit: 14 },
  2: { triage: 5, plan: 16, visit: 24 },
  1: { triage: 7, plan: 32, visit: 40 },
};
/** Parts of what is promised that each step may take at most. */
const SHARES = { triage: 0.12, plan: 0.17, visit: 0.28 };
const OFFICE_DAY = 9;
/** Work that is closed too soon, of those whose author left a name: they say so within days. */
const REOPENED = 0.055;

/** As urgent as it is, and never slower than what is promised allows. */
function paceOf({ urgency, serviceCode }: DemonstrationRequest): Pace {
  const pace = PACE[urgency] as Pace;
  const hours = daysPromised(serviceCode) * OFFICE_DAY;
  return {
    triage: Math.min(pace.triage, SHARES.triage * hours),
    plan: Math.min(pace.plan, SHARES.plan * hours),
    visit: Math.min(pace.visit, SHARES.visit * hours),
  };
}

/** What is left once residents, neighbours and other services have helped themselves. */
const VISITS = 0.9;
/** Nobody waits more than about a day to be read. */
const LONGEST_TRIAGE = 10;

const at = (instant: number) => new Date(Math.floor(instant / 1000) * 1000).toISOString();

/** Leads a request from its reception to its end. */
export function followRequest(
  courses: Courses,
  request: DemonstrationRequest,
  crew: Crew | undefined,
): Course {
  const { random, calendar } = courses;
  const received = Date.parse(request.requestedAt);
  const pace = paceOf(request);
  const person = courses.dispatcherOf(request.organization);
  const wait = Math.min(random.skewed(pace.triage, 0.7), LONGEST_TRIAGE);
  // Danger is read at night too, by whoever is on call.
  const triaged =
    request.urgency === 4 && request.severity === 4
      ? received + random.between(0.1, 1) * HOUR
      : calendar.afterOfficeHours(received, wait);
  const start: StatusChange[] = [
    { status: 'received', at: at(received) },
    { status: 'triaged', at: at(triaged), ...(person && { person }) },
  ];
  const habit = HABITS[request.serviceCode];
  if (crew && random.chance(VISITS * (habit?.visits ?? 0))) {
    return visit(courses, request, crew, { start, triaged, pace });
  }
  const decided = calendar.afterOfficeHours(triaged, random.skewed(pace.plan, 0.8));
  const { reason, note } = drawRefusal(random, request.serviceCode);
  const end: StatusChange = random.chance(0.3)
    ? { status: 'rejected', reason, note, at: at(decided) }
    : {
        status: 'answered',
        note: closest(random, wordsOf(request.serviceCode), 'answers', request.description),
        at: at(decided),
      };
  // Half of the answers are given at once, by whoever reads.
  const steps = random.chance(0.5) ? start : start.slice(0, 1);
  return { history: [...steps, { ...end, ...(person && { person }) }], orders: [] };
}

/** Another organization's business: said within the day. */
export function refuseRequest(
  { random, calendar, dispatcherOf }: Courses,
  { requestedAt, organization }: DemonstrationRequest,
  { reason, note }: Refusal,
): StatusChange[] {
  const person = dispatcherOf(organization);
  const decided = calendar.afterOfficeHours(Date.parse(requestedAt), random.between(0.5, 9));
  return [
    { status: 'received', at: requestedAt },
    { status: 'rejected', reason, note, at: at(decided), ...(person && { person }) },
  ];
}

function visit(
  { random, calendar, rounds }: Courses,
  request: DemonstrationRequest,
  crew: Crew,
  { start, triaged, pace }: { start: StatusChange[]; triaged: number; pace: Pace },
): Course {
  const words = wordsOf(request.serviceCode);
  const history = [...start];
  const orders: DemonstrationWorkOrder[] = [];
  let ready = triaged;
  let mayReopen = request.contact !== undefined && random.chance(REOPENED);
  for (;;) {
    const planned = calendar.afterOfficeHours(ready, random.skewed(pace.plan, 0.7));
    const minutes = Math.max(15, Math.round(random.skewed(words.minutes, 0.3) / 15) * 15);
    const wished = calendar.afterOfficeHours(planned, random.skewed(pace.visit, 0.6));
    const scheduled = rounds.book(crew, wished, minutes);
    const started = scheduled + random.integer(-5, 25) * MINUTE;
    const begun = Math.max(started, planned + MINUTE);
    const ended = begun + Math.max(8, Math.round(minutes * random.between(0.6, 1.3))) * MINUTE;
    const failure = orders.length === 0 && random.chance(0.035) ? random.pick(FAILURES) : undefined;
    orders.push({
      id: `${request.id}-${orders.length + 1}`,
      requestIds: [request.id],
      organization: request.organization,
      crew: crew.id,
      title: `${words.title}, ${request.addressText.split(',')[0]}`,
      status: failure ? 'failed' : 'completed',
      point: request.point,
      createdAt: at(planned),
      scheduledStart: at(scheduled),
      estimatedMinutes: minutes,
      severity: request.severity,
      urgency: request.urgency,
      startedAt: at(begun),
      completedAt: at(ended),
      ...(failure && { failure: failure.reason }),
      outcome: failure ? failure.outcome : closest(random, words, 'outcomes', request.description),
    });
    history.push({ status: 'planned', at: at(planned) }, { status: 'started', at: at(begun) });
    if (!failure) {
      const note = random.chance(0.7)
        ? closest(random, words, 'done', request.description)
        : undefined;
      history.push({ status: 'done', at: at(ended), ...(note && { note }) });
      if (!mayReopen) return { history, orders };
      mayReopen = false;
      const disputed = ended + random.skewed(20, 0.8) * HOUR;
      ready = calendar.afterOfficeHours(disputed, random.skewed(3, 0.6));
      history.push(
        { status: 'received', at: at(disputed), note: random.pick(DISPUTES), disputed: true },
        { status: 'triaged', at: at(ready) },
      );
      continue;
    }
    history.push({ status: 'triaged', at: at(ended), note: failure.note });
    ready = ended;
  }
}
