import { type Fault, MOST_FAULTS, ProblemError } from './errors.ts';
import type { Problem } from './problem.ts';

/** Beyond, sums of times and costs would leave 32 bits. */
const LARGEST = 100_000_000;
const MOST_PLACES = 20_000;
const MOST_JOBS = 20_000;
const MOST_CREWS = 5_000;
const MOST_DIMENSIONS = 8;
const MOST_BREAKS = 100;
const MOST_WEIGHT = 1_000_000;

type Fields = Record<string, unknown>;

/**
 * Refuses what cannot be planned, whoever wrote it: shapes, ranges, names that stand for nothing,
 * orders that bite their tail.
 *
 * @param value what should be a {@link Problem}
 * @returns the same value
 * @throws ProblemError with every fault, up to twenty
 */
export function readProblem(value: unknown): Problem {
  const reader = new Reader();
  reader.problem(value);
  if (reader.faults.length > 0) throw new ProblemError(reader.faults);
  return value as Problem;
}

class Reader {
  readonly faults: Fault[] = [];

  problem(value: unknown): void {
    const problem = this.fields(value, 'problem');
    if (!problem) return;
    const places = this.whole(problem.places, 'places', 0, MOST_PLACES) ? problem.places : 0;
    const profiles = this.profiles(problem.profiles, places as number);
    const crews = this.list(problem.crews, 'crews', MOST_CREWS);
    const jobs = this.list(problem.jobs, 'jobs', MOST_JOBS);
    const crewIds = this.ids(crews, 'crews');
    const jobIds = this.ids(jobs, 'jobs');
    crews.forEach((crew, at) => {
      this.crew(crew, `crews[${at}]`, places as number, profiles, jobIds);
    });
    jobs.forEach((job, at) => {
      this.job(job, `jobs[${at}]`, places as number, crewIds);
    });
    this.lockedOnce(crews);
    this.shipments(problem.shipments, jobIds, jobs);
    this.precedences(problem.precedences, jobIds);
    if (this.faults.length === 0) this.lockedWhole(value as Problem);
    this.weights(problem.weights);
    this.published(problem.published, jobIds, crewIds);
  }

  private profiles(value: unknown, places: number): Set<string> {
    const profiles = this.fields(value, 'profiles') ?? {};
    for (const [name, travel] of Object.entries(profiles)) {
      const at = `profiles.${name}`;
      const matrices = this.fields(travel, at);
      if (!matrices) continue;
      this.matrix(matrices.times, `${at}.times`, places, -1);
      this.matrix(matrices.distances, `${at}.distances`, places, 0);
    }
    return new Set(Object.keys(profiles));
  }

  private matrix(value: unknown, at: string, places: number, least: number): void {
    const cells = value as ArrayLike<number> | null | undefined;
    if (!Array.isArray(cells) && !ArrayBuffer.isView(cells)) {
      this.fault(at, 'is not an array of numbers');
      return;
    }
    if (cells.length !== places * places) {
      this.fault(at, `has ${cells.length} cells, not ${places} × ${places}`);
      return;
    }
    for (let cell = 0; cell < cells.length; cell++) {
      const number = cells[cell];
      if (!Number.isInteger(number) || number! < least || number! > LARGEST) {
        this.fault(`${at}[${cell}]`, `is ${String(number)}, not a whole number from ${least}`);
        return;
      }
    }
  }

  private job(value: unknown, at: string, places: number, crewIds: Set<string>): void {
    const job = this.fields(value, at);
    if (!job) return;
    this.whole(job.place, `${at}.place`, 0, places - 1);
    this.whole(job.duration, `${at}.duration`, 0, LARGEST);
    this.optionalWhole(job.release, `${at}.release`, -LARGEST, LARGEST);
    this.optionalWhole(job.due, `${at}.due`, -LARGEST, LARGEST);
    this.optionalWhole(job.crewSize, `${at}.crewSize`, 1, 1_000);
    if (job.priority !== undefined) this.number(job.priority, `${at}.priority`, 0, MOST_WEIGHT);
    this.names(job.skills, `${at}.skills`);
    this.names(job.equipment, `${at}.equipment`);
    this.loads(job.load, `${at}.load`);
    if (job.territory !== undefined) this.name(job.territory, `${at}.territory`);
    if (job.crews !== undefined) {
      for (const crew of this.names(job.crews, `${at}.crews`)) {
        if (!crewIds.has(crew)) this.fault(`${at}.crews`, `names no crew: ${crew}`);
      }
    }
    if (job.windows === undefined) return;
    let end = Number.NEGATIVE_INFINITY;
    this.list(job.windows, `${at}.windows`, 1_000).forEach((window, index) => {
      const span = this.span(window, `${at}.windows[${index}]`);
      if (!span) return;
      if (span.from <= end)
        this.fault(`${at}.windows[${index}]`, 'begins before the last one ends');
      end = span.to;
    });
  }

  private crew(
    value: unknown,
    at: string,
    places: number,
    profiles: Set<string>,
    jobIds: Set<string>,
  ): void {
    const crew = this.fields(value, at);
    if (!crew) return;
    this.span(crew.shift, `${at}.shift`);
    this.optionalWhole(crew.overtime, `${at}.overtime`, 0, LARGEST);
    this.optionalWhole(crew.start, `${at}.start`, 0, places - 1);
    this.optionalWhole(crew.end, `${at}.end`, 0, places - 1);
    if (!profiles.has(String(crew.profile))) {
      this.fault(`${at}.profile`, `names no profile: ${String(crew.profile)}`);
    }
    if (crew.speed !== undefined) this.number(crew.speed, `${at}.speed`, 0.01, 100);
    this.names(crew.skills, `${at}.skills`);
    this.names(crew.equipment, `${at}.equipment`);
    this.names(crew.territories, `${at}.territories`);
    this.optionalWhole(crew.size, `${at}.size`, 1, 1_000);
    this.loads(crew.capacity, `${at}.capacity`);
    let end = Number.NEGATIVE_INFINITY;
    const breaks = crew.breaks ?? [];
    this.list(breaks, `${at}.breaks`, MOST_BREAKS).forEach((pause, index) => {
      const where = `${at}.breaks[${index}]`;
      const span = this.span(pause, where);
      if (!span) return;
      this.whole((pause as Fields).duration, `${where}.duration`, 0, LARGEST);
      if (span.from < end) this.fault(where, 'begins before the last one must have begun');
      end = span.to;
    });
    for (const job of this.names(crew.locked, `${at}.locked`)) {
      if (!jobIds.has(job)) this.fault(`${at}.locked`, `names no job: ${job}`);
    }
  }

  private lockedOnce(crews: readonly unknown[]): void {
    const seen = new Set<unknown>();
    crews.forEach((crew, at) => {
      const locked = (crew as Fields | null)?.locked;
      for (const job of Array.isArray(locked) ? locked : []) {
        if (seen.has(job)) this.fault(`crews[${at}].locked`, `locks a job twice: ${String(job)}`);
        seen.add(job);
      }
    });
  }

  /** What is locked is done, or as good as: so is what it waits for, and what it delivers is aboard. */
  private lockedWhole({ crews, precedences = [], shipments = [] }: Problem): void {
    const at = new Map(
      crews.flatMap(({ locked = [] }, crew) =>
        locked.map((job, index): [string, { crew: number; index: number }] => [
          job,
          { crew, index },
        ]),
      ),
    );
    for (const { before, after } of precedences) {
      const [first, second] = [at.get(before), at.get(after)];
      if (!second) continue;
      const turned = first?.crew === second.crew && first.index > second.index;
      if (!first || turned) {
        this.fault(`crews[${second.crew}].locked`, `locks ${after} without ${before} before it`);
      }
    }
    for (const { pickup, delivery } of shipments) {
      const [from, to] = [at.get(pickup), at.get(delivery)];
      if (to && !(from?.crew === to.crew && from.index < to.index)) {
        this.fault(`crews[${to.crew}].locked`, `locks ${delivery} without ${pickup} before it`);
      }
    }
  }

  private shipments(value: unknown, jobIds: Set<string>, jobs: readonly unknown[]): void {
    const used = new Set<unknown>();
    const loads = new Map(jobs.map((job) => [(job as Fields | null)?.id, (job as Fields)?.load]));
    this.list(value ?? [], 'shipments', MOST_JOBS).forEach((entry, index) => {
      const at = `shipments[${index}]`;
      const shipment = this.fields(entry, at);
      if (!shipment) return;
      for (const end of ['pickup', 'delivery']) {
        const job = shipment[end];
        if (!jobIds.has(String(job))) this.fault(`${at}.${end}`, `names no job: ${String(job)}`);
        if (used.has(job)) this.fault(`${at}.${end}`, `is in two shipments: ${String(job)}`);
        used.add(job);
      }
      if (loads.get(shipment.delivery) !== undefined) {
        this.fault(`${at}.delivery`, 'has a load of its own: give it to the pickup');
      }
    });
  }

  private precedences(value: unknown, jobIds: Set<string>): void {
    const next = new Map<string, string[]>();
    this.list(value ?? [], 'precedences', MOST_JOBS).forEach((entry, index) => {
      const at = `precedences[${index}]`;
      const order = this.fields(entry, at);
      if (!order) return;
      for (const end of ['before', 'after']) {
        if (!jobIds.has(String(order[end]))) {
          this.fault(`${at}.${end}`, `names no job: ${String(order[end])}`);
        }
      }
      this.optionalWhole(order.gap, `${at}.gap`, 0, LARGEST);
      const before = String(order.before);
      next.set(before, [...(next.get(before) ?? []), String(order.after)]);
    });
    if (this.faults.length === 0 && hasCycle(next)) {
      this.fault('precedences', 'go round in a circle');
    }
  }

  private weights(value: unknown): void {
    if (value === undefined) return;
    for (const [name, weight] of Object.entries(this.fields(value, 'weights') ?? {})) {
      this.number(weight, `weights.${name}`, 0, MOST_WEIGHT);
    }
  }

  private published(value: unknown, jobIds: Set<string>, crewIds: Set<string>): void {
    this.list(value ?? [], 'published', MOST_JOBS).forEach((entry, index) => {
      const at = `published[${index}]`;
      const told = this.fields(entry, at);
      if (!told) return;
      if (!jobIds.has(String(told.job))) this.fault(`${at}.job`, `names no job: ${told.job}`);
      if (!crewIds.has(String(told.crew))) this.fault(`${at}.crew`, `names no crew: ${told.crew}`);
      this.optionalWhole(told.start, `${at}.start`, -LARGEST, LARGEST);
    });
  }

  private ids(values: readonly unknown[], at: string): Set<string> {
    const ids = new Set<string>();
    values.forEach((value, index) => {
      const id = (value as Fields | null)?.id;
      if (!this.name(id, `${at}[${index}].id`)) return;
      if (ids.has(id as string)) this.fault(`${at}[${index}].id`, `is there twice: ${String(id)}`);
      ids.add(id as string);
    });
    return ids;
  }

  private loads(value: unknown, at: string): void {
    this.list(value ?? [], at, MOST_DIMENSIONS).forEach((load, index) => {
      this.whole(load, `${at}[${index}]`, 0, LARGEST);
    });
  }

  private names(value: unknown, at: string): string[] {
    const names = this.list(value ?? [], at, MOST_JOBS);
    names.forEach((name, index) => {
      this.name(name, `${at}[${index}]`);
    });
    return names as string[];
  }

  private name(value: unknown, at: string): boolean {
    const fine = typeof value === 'string' && value !== '' && value.length <= 200;
    if (!fine) this.fault(at, 'is not a name of 1 to 200 characters');
    return fine;
  }

  private span(value: unknown, at: string): { from: number; to: number } | undefined {
    const span = this.fields(value, at);
    if (!span) return undefined;
    const whole =
      this.whole(span.from, `${at}.from`, -LARGEST, LARGEST) &&
      this.whole(span.to, `${at}.to`, -LARGEST, LARGEST);
    if (!whole) return undefined;
    const { from, to } = span as { from: number; to: number };
    if (from > to) this.fault(at, `ends (${to}) before it begins (${from})`);
    return { from, to };
  }

  private fields(value: unknown, at: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Fields;
    }
    this.fault(at, 'is not an object');
    return undefined;
  }

  private list(value: unknown, at: string, most: number): readonly unknown[] {
    if (!Array.isArray(value)) this.fault(at, 'is not a list');
    else if (value.length > most) this.fault(at, `has ${value.length} entries, more than ${most}`);
    else return value;
    return [];
  }

  private optionalWhole(value: unknown, at: string, least: number, most: number): void {
    if (value !== undefined) this.whole(value, at, least, most);
  }

  private whole(value: unknown, at: string, least: number, most: number): boolean {
    const fine = Number.isInteger(value) && this.within(value as number, least, most);
    if (!fine) {
      this.fault(at, `is ${shown(value)}, not a whole number from ${least} to ${most}`);
    }
    return fine;
  }

  private number(value: unknown, at: string, least: number, most: number): void {
    const fine = typeof value === 'number' && this.within(value, least, most);
    if (!fine) this.fault(at, `is ${shown(value)}, not a number from ${least} to ${most}`);
  }

  private within(value: number, least: number, most: number): boolean {
    return value >= least && value <= most;
  }

  private fault(at: string, says: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ at, says });
  }
}

function shown(value: unknown): string {
  return typeof value === 'number' || value === undefined || value === null
    ? String(value)
    : typeof value;
}

/** Kahn's sorting: what cannot be sorted bites its tail. */
function hasCycle(next: Map<string, string[]>): boolean {
  const incoming = new Map<string, number>();
  for (const [from, tos] of next) {
    incoming.set(from, incoming.get(from) ?? 0);
    for (const to of tos) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  }
  const ready = [...incoming].filter(([, count]) => count === 0).map(([id]) => id);
  let sorted = 0;
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    sorted++;
    for (const to of next.get(id) ?? []) {
      const left = (incoming.get(to) as number) - 1;
      incoming.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return sorted < incoming.size;
}
