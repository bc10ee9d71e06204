import { type Cost, noCost, type Plan, type Route, type Stop } from './plan.ts';
import { type Crew, DEFAULT_WEIGHTS, type Job, type Problem, type Weights } from './problem.ts';

/** A promise that a plan breaks. */
export interface Violation {
  kind: ViolationKind;
  crew?: string;
  job?: string;
  /** For a developer. */
  says: string;
}

export type ViolationKind =
  | 'unknown'
  | 'twice'
  | 'forgotten'
  | 'ability'
  | 'window'
  | 'travel'
  | 'duration'
  | 'shift'
  | 'break'
  | 'load'
  | 'shipment'
  | 'precedence'
  | 'locked';

export interface Verdict {
  violations: Violation[];
  /** Summed from the plan's own hours. */
  cost: Cost;
}

/**
 * Checks a plan against its problem, stop by stop, and sums its cost. It knows nothing of the search
 * and shares none of its code: what it says is a second opinion.
 */
export function verify(problem: Problem, plan: Plan): Verdict {
  return new Verifier(problem).verify(plan);
}

interface Placed {
  crew: string;
  index: number;
  stop: Stop;
}

class Verifier {
  readonly #problem: Problem;
  readonly #weights: Weights;
  readonly #jobs: Map<string, Job>;
  readonly #crews: Map<string, Crew>;
  readonly #placed = new Map<string, Placed>();
  readonly #violations: Violation[] = [];
  readonly #cost = noCost();

  constructor(problem: Problem) {
    this.#problem = problem;
    this.#weights = { ...DEFAULT_WEIGHTS, ...problem.weights };
    this.#jobs = new Map(problem.jobs.map((job) => [job.id, job]));
    this.#crews = new Map(problem.crews.map((crew) => [crew.id, crew]));
  }

  verify({ routes, unserved }: Plan): Verdict {
    const seen = new Set<string>();
    for (const route of routes) {
      const crew = this.#crews.get(route.crew);
      if (!crew) this.#broken('unknown', `no crew ${route.crew}`, route.crew);
      else if (seen.has(crew.id)) this.#broken('twice', 'a crew has two rounds', crew.id);
      else this.#route(crew, route);
      seen.add(route.crew);
    }
    for (const { id, locked = [] } of this.#problem.crews) {
      if (locked.length > 0 && !seen.has(id))
        this.#broken('locked', 'locked jobs are not done', id);
    }
    this.#complete(unserved);
    this.#shipments();
    this.#precedences();
    this.#changes();
    const cost = this.#cost;
    cost.total =
      cost.unserved + cost.lateness + cost.travel + cost.overtime + cost.territory + cost.change;
    return { violations: this.#violations, cost };
  }

  #route(crew: Crew, route: Route): void {
    if (route.stops.length === 0) this.#broken('unknown', 'a round without a stop', crew.id);
    const locked = crew.locked ?? [];
    locked.forEach((id, index) => {
      if (route.stops[index]?.job !== id)
        this.#broken('locked', `${id} is not at its place`, crew.id);
    });
    route.stops.forEach((stop, index) => {
      const job = this.#jobs.get(stop.job);
      if (!job) {
        this.#broken('unknown', `no job ${stop.job}`, crew.id, stop.job);
        return;
      }
      if (this.#placed.has(job.id)) this.#broken('twice', 'a job is done twice', crew.id, job.id);
      this.#placed.set(job.id, { crew: crew.id, index, stop });
      this.#stop(crew, job, stop, locked.includes(job.id));
    });
    this.#hours(crew, route);
    this.#loads(crew, route);
  }

  #stop(crew: Crew, job: Job, stop: Stop, isLocked: boolean): void {
    const says = (kind: ViolationKind, words: string) => this.#broken(kind, words, crew.id, job.id);
    if (stop.end - stop.start !== job.duration) says('duration', 'work is cut short or drawn out');
    if (stop.start < stop.arrival) says('travel', 'work begins before the crew is there');
    const late = Math.max(0, stop.start - (job.due ?? Number.POSITIVE_INFINITY));
    this.#cost.lateness += (late / 3_600) * this.#weights.lateness * (job.priority ?? 1);
    if (job.territory && crew.territories && !crew.territories.includes(job.territory)) {
      this.#cost.territory += this.#weights.territory;
    }
    if (isLocked) return;
    if (stop.start < (job.release ?? Number.NEGATIVE_INFINITY))
      says('window', 'before its release');
    const windows = job.windows ?? [];
    const within = windows.some(({ from, to }) => from <= stop.start && stop.start <= to);
    if (windows.length > 0 && !within) says('window', `${stop.start} is in none of its windows`);
    const lacks = [
      ...(job.skills ?? []).filter((skill) => !(crew.skills ?? []).includes(skill)),
      ...(job.equipment ?? []).filter((item) => !(crew.equipment ?? []).includes(item)),
    ];
    if (lacks.length > 0) says('ability', `lacks ${lacks.join(', ')}`);
    if ((job.crewSize ?? 1) > (crew.size ?? 1)) says('ability', 'too few people');
    if (job.crews && !job.crews.includes(crew.id)) says('ability', 'not one of its crews');
  }

  #hours(crew: Crew, { departure, finish, stops, breaks }: Route): void {
    const says = (kind: ViolationKind, words: string, job?: string) =>
      this.#broken(kind, words, crew.id, job);
    if (departure < crew.shift.from) says('shift', 'leaves before the shift');
    if (finish > crew.shift.to + (crew.overtime ?? 0)) says('shift', 'ends after the shift');
    this.#cost.overtime += (Math.max(0, finish - crew.shift.to) / 3_600) * this.#weights.overtime;
    let free = departure;
    let place = crew.start;
    const legs = [
      ...stops.map(({ job, start, end }) => ({ job, start, end, to: this.#jobs.get(job)?.place })),
      { job: undefined, start: finish, end: finish, to: crew.end },
    ];
    const rests = breaks.map((pause) => ({ ...pause, used: false }));
    for (const { job, start, end, to } of legs) {
      const way = this.#way(crew, place, to);
      if (!way) says('travel', 'there is no way', job);
      this.#cost.travel += way?.cost ?? 0;
      let busy = way?.time ?? 0;
      for (const rest of rests) {
        if (rest.used || rest.start < free || rest.end > start) continue;
        rest.used = true;
        busy += rest.end - rest.start;
      }
      if (free + busy > start) says('travel', 'no time to come from the last place', job);
      free = end;
      place = to;
    }
    if (rests.some(({ used }) => !used)) says('break', 'a break during work, or outside the round');
    this.#breaks(crew, finish, breaks);
  }

  #breaks(crew: Crew, finish: number, taken: Route['breaks']): void {
    (crew.breaks ?? []).forEach(({ from, to, duration }, index) => {
      const pause = taken[index];
      if (!pause) {
        if (finish > to) this.#broken('break', 'a break that is due is not taken', crew.id);
        return;
      }
      const fine = pause.start >= from && pause.start <= to && pause.end - pause.start >= duration;
      if (!fine) this.#broken('break', 'a break outside its span, or too short', crew.id);
      const before = taken[index - 1];
      if (before && before.end > pause.start) {
        this.#broken('break', 'two breaks at once', crew.id);
      }
    });
    if (taken.length > (crew.breaks ?? []).length) {
      this.#broken('break', 'a break that the crew does not have', crew.id);
    }
  }

  #way(crew: Crew, from?: number, to?: number): { time: number; cost: number } | undefined {
    if (from === undefined || to === undefined) return { time: 0, cost: 0 };
    const { times, distances } = this.#problem.profiles[crew.profile]!;
    const cell = from * this.#problem.places + to;
    if (times[cell]! < 0) return undefined;
    const time = Math.round(times[cell]! / (crew.speed ?? 1));
    const { distance, travel } = this.#weights;
    return { time, cost: (distances[cell]! / 1_000) * distance + (time / 3_600) * travel };
  }

  #loads(crew: Crew, { stops }: Route): void {
    const deliveries = new Map(
      (this.#problem.shipments ?? []).map(({ pickup, delivery }) => [delivery, pickup]),
    );
    (crew.capacity ?? []).forEach((most, dimension) => {
      let aboard = 0;
      for (const { job } of stops) {
        const pickup = deliveries.get(job);
        if (pickup === undefined) aboard += this.#jobs.get(job)?.load?.[dimension] ?? 0;
        else aboard -= this.#jobs.get(pickup)?.load?.[dimension] ?? 0;
        if (aboard > most) this.#broken('load', `${aboard} aboard, of ${most}`, crew.id, job);
      }
    });
  }

  #complete(unserved: readonly string[]): void {
    const left = new Set(unserved);
    if (left.size < unserved.length) this.#broken('twice', 'a job is unserved twice');
    for (const id of left) {
      if (!this.#jobs.has(id)) this.#broken('unknown', `no job ${id}`, undefined, id);
      if (this.#placed.has(id)) this.#broken('twice', 'served and unserved', undefined, id);
      this.#cost.unserved += this.#weights.unserved * (this.#jobs.get(id)?.priority ?? 1);
    }
    for (const id of this.#jobs.keys()) {
      if (!left.has(id) && !this.#placed.has(id)) {
        this.#broken('forgotten', 'neither served nor unserved', undefined, id);
      }
    }
  }

  #shipments(): void {
    for (const { pickup, delivery } of this.#problem.shipments ?? []) {
      const [from, to] = [this.#placed.get(pickup), this.#placed.get(delivery)];
      if (!from && !to) continue;
      if (!from || !to) this.#broken('shipment', 'only one end is served', undefined, pickup);
      else if (from.crew !== to.crew || from.index > to.index) {
        this.#broken('shipment', 'not by the same crew, in this order', from.crew, pickup);
      }
    }
  }

  #precedences(): void {
    for (const { before, after, gap = 0 } of this.#problem.precedences ?? []) {
      const [first, second] = [this.#placed.get(before), this.#placed.get(after)];
      if (!second) continue;
      if (!first) this.#broken('precedence', `${before} is not served`, second.crew, after);
      else if (first.stop.end + gap > second.stop.start) {
        this.#broken('precedence', `begins before ${before} has ended`, second.crew, after);
      }
    }
  }

  #changes(): void {
    for (const { job, crew, start } of this.#problem.published ?? []) {
      const now = this.#placed.get(job);
      if (!now) continue;
      if (now.crew !== crew) this.#cost.change += this.#weights.otherCrew;
      if (start === undefined) continue;
      const moved = Math.abs(now.stop.start - start);
      if (moved > this.#weights.timeTolerance) this.#cost.change += this.#weights.otherTime;
    }
  }

  #broken(kind: ViolationKind, says: string, crew?: string, job?: string): void {
    this.#violations.push({
      kind,
      says,
      ...(crew === undefined ? {} : { crew }),
      ...(job === undefined ? {} : { job }),
    });
  }
}
