/**
 * What is to be planned. Times are whole seconds from an instant of the caller's choice, distances
 * whole metres; any other unit does as long as it is the same everywhere. Plain data: fit for JSON.
 */
export interface Problem {
  /** Number of places; jobs and crews name them from 0 to places − 1. */
  places: number;
  /** Travel by vehicle profile, for a speed of 1. */
  profiles: Readonly<Record<string, Travel>>;
  jobs: readonly Job[];
  crews: readonly Crew[];
  /** Both jobs by the same crew, in this order; the load is on board in between. */
  shipments?: readonly { pickup: string; delivery: string }[];
  /** `after` begins once `before` has ended, whoever does them, and is not served without it. */
  precedences?: readonly Precedence[];
  weights?: Partial<Weights>;
  /** What people were told; leaving it has a price. */
  published?: readonly Published[];
}

/** Square matrices, row by row: `times[from * places + to]`. A time of −1 says that there is no way. */
export interface Travel {
  times: ArrayLike<number>;
  distances: ArrayLike<number>;
}

export interface Job {
  id: string;
  place: number;
  /** Time on site. */
  duration: number;
  /** When work may begin, in order and apart; none means any time. */
  windows?: readonly Span[];
  /** Not before. */
  release?: number;
  /** Beginning later costs lateness. */
  due?: number;
  /** Multiplies the cost of lateness and of leaving unserved; 1 by default. */
  priority?: number;
  /** All of these. */
  skills?: readonly string[];
  /** All of these, on board of the crew's vehicle. */
  equipment?: readonly string[];
  /** People needed; 1 by default. */
  crewSize?: number;
  /** Taken on board and kept to the end (or, for a shipment's pickup, to its delivery), by dimension. */
  load?: readonly number[];
  /** Only these crews. */
  crews?: readonly string[];
  territory?: string;
}

export interface Crew {
  id: string;
  shift: Span;
  /** Longest time after the shift, at a cost; 0 by default. */
  overtime?: number;
  /** Places; none means wherever the first job is, or the last. */
  start?: number;
  end?: number;
  profile: string;
  /** Divides travel times; 1 by default. */
  speed?: number;
  skills?: readonly string[];
  equipment?: readonly string[];
  /** People; 1 by default. */
  size?: number;
  /** By dimension; what is not said has no limit. */
  capacity?: readonly number[];
  breaks?: readonly Break[];
  /** Working elsewhere has a price; none means at home everywhere. */
  territories?: readonly string[];
  /**
   * Jobs that stay first on this round, in this order: done, under way, or promised. Their windows are
   * not asked any more.
   */
  locked?: readonly string[];
}

export interface Span {
  from: number;
  to: number;
}

/** Begins within the span; not due when the round is over before the span is. */
export interface Break extends Span {
  duration: number;
}

export interface Precedence {
  before: string;
  after: string;
  /** At least so long between the end of one and the beginning of the other. */
  gap?: number;
}

export interface Published {
  job: string;
  crew: string;
  /** Beginning as it was told; none when only the crew was. */
  start?: number;
}

/** Prices, all in one unit of cost; each at least 0. */
export interface Weights {
  /** Of a job left unserved, times its priority. */
  unserved: number;
  /** Of an hour (3,600 units of time) of lateness, times the job's priority. */
  lateness: number;
  /** Of a thousand units of distance. */
  distance: number;
  /** Of 3,600 units of travel time. */
  travel: number;
  /** Of an hour after the shift. */
  overtime: number;
  /** Of a job outside the territories of its crew. */
  territory: number;
  /** Of a published job given to another crew. */
  otherCrew: number;
  /** Of a published job that begins earlier or later than told by more than the tolerance. */
  otherTime: number;
  /** Tolerance of `otherTime`, in units of time. */
  timeTolerance: number;
}

/** A job unserved is worth a working day; lateness more than overtime, overtime more than travel. */
export const DEFAULT_WEIGHTS: Weights = {
  unserved: 1_000,
  lateness: 60,
  distance: 0.5,
  travel: 30,
  overtime: 45,
  territory: 5,
  otherCrew: 15,
  otherTime: 10,
  timeTolerance: 900,
};
