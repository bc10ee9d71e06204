/** Who does what, in which order, when; and what it costs. */
export interface Plan {
  /** One for each crew that has something to do, in the order of the problem. */
  routes: Route[];
  /** Ids of the jobs that nobody does. */
  unserved: string[];
  cost: Cost;
}

export interface Route {
  crew: string;
  /** When the crew leaves its start, and is at its end. */
  departure: number;
  finish: number;
  stops: Stop[];
  breaks: { start: number; end: number }[];
}

export interface Stop {
  job: string;
  arrival: number;
  /** Work, from and to. */
  start: number;
  end: number;
}

/** Every part in the unit of the weights; `total` is their sum. */
export interface Cost {
  total: number;
  unserved: number;
  lateness: number;
  travel: number;
  overtime: number;
  territory: number;
  change: number;
}

/** What a plan without a crew on its way costs. */
export const noCost = (): Cost => ({
  total: 0,
  unserved: 0,
  lateness: 0,
  travel: 0,
  overtime: 0,
  territory: 0,
  change: 0,
});
