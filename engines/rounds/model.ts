import { CANNOT, NEVER } from './limits.ts';
import type { Crew, Job, Problem, Weights } from './problem.ts';
import { DEFAULT_WEIGHTS } from './problem.ts';
import { compileTravel } from './travel.ts';

/**
 * A problem as the search reads it: everything is a number in a typed array. Nodes are the jobs
 * (0 … jobs − 1), then the starts of the crews, then their ends.
 */
export interface Model {
  readonly problem: Problem;
  readonly weights: Weights;
  /** Units of cost inside for one outside: costs inside are whole. */
  readonly scale: number;
  readonly jobs: number;
  readonly crews: number;
  readonly nodes: number;
  /** Side of the matrices: the places, then « nowhere », to and from which all is free. */
  readonly side: number;
  readonly place: Int32Array;
  readonly times: Int32Array;
  readonly costs: Int32Array;
  /** The same with rows and columns exchanged. */
  readonly timesTo: Int32Array;
  readonly costsTo: Int32Array;
  /** Where the crew's matrices begin in `times` and in `costs`. */
  readonly timesAt: Int32Array;
  readonly costsAt: Int32Array;
  /** Cost of the way from a crew's start to its end, which it does not go when it has nothing to do. */
  readonly idle: Int32Array;
  readonly hasIdle: boolean;
  readonly duration: Int32Array;
  /** First and last beginning of each node. */
  readonly open: Int32Array;
  readonly close: Int32Array;
  /** Windows of the jobs that have several: from `windowAt[job]` to `windowAt[job + 1]`. */
  readonly windowAt: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowTo: Int32Array;
  readonly hasWindows: boolean;
  readonly dimensions: number;
  readonly load: Int32Array;
  readonly capacity: Int32Array;
  /** Cost of leaving each job unserved. */
  readonly prize: Float64Array;
  /** Cost of each job by each crew beside its travel, `job × crews + crew`; {@link CANNOT}. */
  readonly affinity: Int32Array;
  readonly hasAffinity: boolean;
  /** Whether the crew's rounds have costs or breaks that hang on the hour. */
  readonly timed: Uint8Array;
  readonly due: Int32Array;
  /** By unit of time. */
  readonly lateness: Float64Array;
  /** The beginning that was told, or {@link NEVER}. */
  readonly told: Int32Array;
  /** The crew that was told, or −1. */
  readonly toldCrew: Int32Array;
  readonly otherTime: number;
  readonly tolerance: number;
  readonly shiftEnd: Int32Array;
  readonly overtime: number;
  readonly breakAt: Int32Array;
  readonly breakFrom: Int32Array;
  readonly breakTo: Int32Array;
  readonly breakLength: Int32Array;
  /** Crews that differ in nothing share a class. */
  readonly crewClass: Int32Array;
  readonly classes: readonly Int32Array[];
  /** The other end of a shipment, or −1. */
  readonly partner: Int32Array;
  readonly isDelivery: Uint8Array;
  readonly hasShipments: boolean;
  readonly orders: readonly { before: number; after: number; gap: number }[];
  /** Jobs that come and go together (ends of a shipment, jobs in an order): group, members. */
  readonly group: Int32Array;
  readonly groups: readonly Int32Array[];
  readonly locked: readonly Int32Array[];
  readonly isLocked: Uint8Array;
  readonly jobIndex: ReadonlyMap<string, number>;
  readonly crewIndex: ReadonlyMap<string, number>;
}

/**
 * Compiles a problem that {@link readProblem} took.
 *
 * @param like a model whose places, profiles and crews' vehicles are the same: its matrices serve again
 */
export function compile(problem: Problem, like?: Model): Model {
  const weights = { ...DEFAULT_WEIGHTS, ...problem.weights };
  const jobs = problem.jobs.length;
  const crews = problem.crews.length;
  const nodes = jobs + 2 * crews;
  const whole =
    Number.isInteger(weights.distance / 1000) && Number.isInteger(weights.travel / 3600);
  const scale = whole ? 1 : 1_000;
  const travel = like ? travelOf(like) : compileTravel(problem, weights, scale);
  const jobIndex = new Map(problem.jobs.map(({ id }, at) => [id, at]));
  const crewIndex = new Map(problem.crews.map(({ id }, at) => [id, at]));
  const locked = problem.crews.map(({ locked = [] }) =>
    Int32Array.from(locked, (id) => jobIndex.get(id)!),
  );
  const isLocked = new Uint8Array(jobs);
  for (const list of locked) for (const job of list) isLocked[job] = 1;

  const place = places(problem, nodes, travel.side - 1);
  const idle = Int32Array.from(
    travel.costsAt,
    (at, crew) =>
      travel.costs[at + place[jobs + crew]! * travel.side + place[jobs + crews + crew]!]!,
  );
  return {
    problem,
    weights,
    scale,
    jobs,
    crews,
    nodes,
    ...travel,
    place,
    idle,
    hasIdle: idle.some((cost) => cost > 0),
    ...times(problem, nodes, isLocked),
    ...loads(problem),
    prize: Float64Array.from(problem.jobs, ({ priority = 1 }) =>
      Math.round(weights.unserved * priority * scale),
    ),
    ...affinities(problem, weights, scale, locked, crewIndex),
    ...timedCosts(problem, weights, scale, jobIndex),
    toldCrew: toldCrews(problem, jobIndex, crewIndex),
    ...breaks(problem.crews),
    ...classes(problem),
    ...links(problem, jobIndex),
    locked,
    isLocked,
    jobIndex,
    crewIndex,
  };
}

function travelOf({ side, times, costs, timesTo, costsTo, timesAt, costsAt }: Model) {
  return { side, times, costs, timesTo, costsTo, timesAt, costsAt };
}

function places(problem: Problem, nodes: number, nowhere: number): Int32Array {
  const place = new Int32Array(nodes).fill(nowhere);
  problem.jobs.forEach((job, at) => {
    place[at] = job.place;
  });
  problem.crews.forEach(({ start, end }, at) => {
    place[problem.jobs.length + at] = start ?? nowhere;
    place[problem.jobs.length + problem.crews.length + at] = end ?? nowhere;
  });
  return place;
}

/** A job's windows, cut by its release; those that are over by then are gone. */
function windowsOf({ windows, release = -NEVER }: Job): { from: number; to: number }[] {
  return (windows?.length ? windows : [{ from: -NEVER, to: NEVER }])
    .filter(({ to }) => to >= release)
    .map(({ from, to }) => ({ from: Math.max(from, release), to }));
}

function times({ jobs, crews }: Problem, nodes: number, isLocked: Uint8Array) {
  const duration = new Int32Array(nodes);
  const open = new Int32Array(nodes);
  const close = new Int32Array(nodes);
  const windowAt = new Int32Array(jobs.length + 1);
  const from: number[] = [];
  const to: number[] = [];
  jobs.forEach((job, at) => {
    duration[at] = job.duration;
    const asked = windowsOf(job);
    // A locked job is a fact: it may be late, but is not early.
    const spans = isLocked[at] ? [{ from: asked[0]?.from ?? -NEVER, to: NEVER }] : asked;
    open[at] = spans[0]?.from ?? NEVER;
    close[at] = spans.at(-1)?.to ?? -NEVER;
    if (spans.length > 1) {
      for (const span of spans) {
        from.push(span.from);
        to.push(span.to);
      }
    }
    windowAt[at + 1] = from.length;
  });
  crews.forEach(({ shift, overtime = 0 }, at) => {
    open[jobs.length + at] = shift.from;
    close[jobs.length + at] = NEVER;
    open[jobs.length + crews.length + at] = shift.from;
    close[jobs.length + crews.length + at] = shift.to + overtime;
  });
  return {
    duration,
    open,
    close,
    windowAt,
    windowFrom: Int32Array.from(from),
    windowTo: Int32Array.from(to),
    hasWindows: from.length > 0,
  };
}

function loads({ jobs, crews, shipments = [] }: Problem) {
  const widths = [...jobs.map(({ load }) => load), ...crews.map(({ capacity }) => capacity)];
  const dimensions = Math.max(0, ...widths.map((list) => list?.length ?? 0));
  const load = new Int32Array(jobs.length * dimensions);
  const capacity = new Int32Array(crews.length * dimensions).fill(NEVER);
  jobs.forEach((job, at) => {
    load.set(job.load ?? [], at * dimensions);
  });
  crews.forEach((crew, at) => {
    capacity.set(crew.capacity ?? [], at * dimensions);
  });
  const index = new Map(jobs.map(({ id }, at) => [id, at]));
  for (const { pickup, delivery } of shipments) {
    for (let d = 0; d < dimensions; d++) {
      load[index.get(delivery)! * dimensions + d] = -load[index.get(pickup)! * dimensions + d]!;
    }
  }
  return { dimensions, load, capacity };
}

/** Whether a crew may do a job, whatever the hour: skills, equipment, people, names. */
function isAble(crew: Crew, job: Job): boolean {
  return (
    (job.skills ?? []).every((skill) => crew.skills?.includes(skill)) &&
    (job.equipment ?? []).every((item) => crew.equipment?.includes(item)) &&
    (job.crewSize ?? 1) <= (crew.size ?? 1) &&
    (job.crews === undefined || job.crews.includes(crew.id))
  );
}

function affinities(
  { jobs, crews, published = [] }: Problem,
  weights: Weights,
  scale: number,
  locked: readonly Int32Array[],
  crewIndex: ReadonlyMap<string, number>,
) {
  const affinity = new Int32Array(jobs.length * crews.length);
  const told = new Map(published.map(({ job, crew }) => [job, crewIndex.get(crew)]));
  jobs.forEach((job, row) => {
    const before = told.get(job.id);
    crews.forEach((crew, column) => {
      const abroad =
        job.territory !== undefined &&
        crew.territories !== undefined &&
        !crew.territories.includes(job.territory);
      const cost =
        (abroad ? weights.territory : 0) +
        (before !== undefined && before !== column ? weights.otherCrew : 0);
      affinity[row * crews.length + column] = isAble(crew, job) ? Math.round(cost * scale) : CANNOT;
    });
  });
  locked.forEach((list, crew) => {
    for (const job of list) {
      for (let other = 0; other < crews.length; other++) {
        const cell = job * crews.length + other;
        affinity[cell] = other === crew ? Math.max(0, affinity[cell]!) : CANNOT;
      }
    }
  });
  return { affinity, hasAffinity: affinity.some((cost) => cost !== 0) };
}

function timedCosts(
  { jobs, crews, published = [] }: Problem,
  weights: Weights,
  scale: number,
  jobIndex: ReadonlyMap<string, number>,
) {
  const told = new Int32Array(jobs.length).fill(NEVER);
  if (weights.otherTime > 0) {
    for (const { job, start } of published) told[jobIndex.get(job)!] = start ?? NEVER;
  }
  const due = Int32Array.from(jobs, (job) => job.due ?? NEVER);
  const lateness = Float64Array.from(
    jobs,
    ({ priority = 1 }) => (weights.lateness * priority * scale) / 3_600,
  );
  const hangs =
    told.some((start) => start !== NEVER) ||
    due.some((at, job) => at !== NEVER && lateness[job]! > 0);
  return {
    due,
    lateness,
    told,
    otherTime: weights.otherTime * scale,
    tolerance: weights.timeTolerance,
    shiftEnd: Int32Array.from(crews, ({ shift }) => shift.to),
    overtime: (weights.overtime * scale) / 3_600,
    timed: Uint8Array.from(crews, ({ overtime = 0, breaks = [] }) =>
      hangs || overtime > 0 || breaks.length > 0 ? 1 : 0,
    ),
  };
}

function toldCrews(
  { jobs, published = [] }: Problem,
  jobIndex: ReadonlyMap<string, number>,
  crewIndex: ReadonlyMap<string, number>,
): Int32Array {
  const told = new Int32Array(jobs.length).fill(-1);
  for (const { job, crew } of published) told[jobIndex.get(job)!] = crewIndex.get(crew)!;
  return told;
}

function breaks(crews: readonly Crew[]) {
  const all = crews.flatMap(({ breaks: list = [] }) => list);
  const breakAt = new Int32Array(crews.length + 1);
  crews.forEach(({ breaks: list = [] }, at) => {
    breakAt[at + 1] = breakAt[at]! + list.length;
  });
  return {
    breakAt,
    breakFrom: Int32Array.from(all, ({ from }) => from),
    breakTo: Int32Array.from(all, ({ to }) => to),
    breakLength: Int32Array.from(all, ({ duration }) => duration),
  };
}

function classes({ jobs, crews, published = [] }: Problem) {
  // A crew that somebody names is like no other.
  const named = new Set([
    ...jobs.flatMap((job) => job.crews ?? []),
    ...published.map(({ crew }) => crew),
    ...crews.filter(({ locked }) => locked?.length).map(({ id }) => id),
  ]);
  const known = new Map<string, number[]>();
  const crewClass = new Int32Array(crews.length);
  crews.forEach((crew, at) => {
    const { id, ...rest } = crew;
    const key = JSON.stringify(named.has(id) ? at : Object.entries(rest).sort());
    const members = known.get(key) ?? [];
    known.set(key, members);
    members.push(at);
  });
  const lists = [...known.values()];
  lists.forEach((members, index) => {
    for (const crew of members) crewClass[crew] = index;
  });
  return { crewClass, classes: lists.map((members) => Int32Array.from(members)) };
}

function links({ jobs, shipments = [], precedences = [] }: Problem, index: Map<string, number>) {
  const partner = new Int32Array(jobs.length).fill(-1);
  const isDelivery = new Uint8Array(jobs.length);
  for (const { pickup, delivery } of shipments) {
    const [from, to] = [index.get(pickup)!, index.get(delivery)!];
    partner[from] = to;
    partner[to] = from;
    isDelivery[to] = 1;
  }
  const orders = precedences.map(({ before, after, gap = 0 }) => ({
    before: index.get(before)!,
    after: index.get(after)!,
    gap,
  }));
  const ties = orders.map(({ before, after }): [number, number] => [before, after]);
  partner.forEach((other, job) => {
    if (other > job) ties.push([job, other]);
  });
  return {
    partner,
    isDelivery,
    hasShipments: shipments.length > 0,
    orders,
    ...groupsOf(jobs.length, ties),
  };
}

/** Those that are tied, however many steps apart, make a group; −1 for who stands alone. */
function groupsOf(count: number, ties: readonly [number, number][]) {
  const root = Int32Array.from({ length: count }, (_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top]!;
    root[at] = top;
    return top;
  };
  for (const [one, other] of ties) root[find(one)] = find(other);
  const byRoot = new Map<number, number[]>();
  for (const at of new Set(ties.flat())) {
    const members = byRoot.get(find(at)) ?? [];
    byRoot.set(find(at), members);
    members.push(at);
  }
  const group = new Int32Array(count).fill(-1);
  const groups = [...byRoot.values()].map((members, index) => {
    for (const member of members) group[member] = index;
    return Int32Array.from(members.sort((a, b) => a - b));
  });
  return { group, groups };
}
