import { NEVER } from './limits.ts';
import type { Model } from './model.ts';
import { type Cost, noCost, type Plan, type Route, type Stop } from './plan.ts';
import type { State } from './state.ts';

/** The plan that a state holds, for people: ids, hours, costs in the unit of the weights. */
export function writePlan(state: State): Plan {
  const { model } = state;
  const { jobs, crews } = model.problem;
  const cost = noCost();
  const unserved: string[] = [];
  jobs.forEach(({ id, priority = 1 }, job) => {
    if (state.crew[job]! >= 0) return;
    unserved.push(id);
    cost.unserved += model.weights.unserved * priority;
  });
  const routes = crews
    .map((_, crew) => crew)
    .filter((crew) => state.size[crew]! > 0)
    .map((crew) => writeRoute(state, crew, cost));
  cost.total =
    cost.unserved + cost.lateness + cost.travel + cost.overtime + cost.territory + cost.change;
  return { routes, unserved, cost };
}

function writeRoute(state: State, crew: number, cost: Cost): Route {
  const { model } = state;
  const { problem } = model;
  const stops: Stop[] = [];
  let finish = 0;
  let last = state.startOf(crew);
  const breaks = state.clock.read(crew, (node, arrival, start, end) => {
    cost.travel += travelCost(model, crew, last, node);
    last = node;
    if (node >= model.jobs) {
      finish = end;
      return;
    }
    stops.push({ job: problem.jobs[node]!.id, arrival, start, end });
    addJobCosts(model, crew, node, start, cost);
  });
  cost.overtime += (Math.max(0, finish - model.shiftEnd[crew]!) * model.weights.overtime) / 3_600;
  const { id, shift } = problem.crews[crew]!;
  return { crew: id, departure: shift.from, finish, stops, breaks };
}

/** Exact, where the costs of the search are rounded. */
function travelCost(model: Model, crew: number, from: number, to: number): number {
  const { problem, place, weights, timesAt, times, side } = model;
  const [row, column] = [place[from]!, place[to]!];
  if (row === side - 1 || column === side - 1) return 0;
  const { distances } = problem.profiles[problem.crews[crew]!.profile]!;
  const distance = distances[row * problem.places + column]!;
  const time = times[timesAt[crew]! + row * side + column]!;
  return (distance * weights.distance) / 1_000 + (time * weights.travel) / 3_600;
}

function addJobCosts(model: Model, crew: number, job: number, start: number, cost: Cost): void {
  const { problem, weights, due, told, tolerance } = model;
  const { territory, priority = 1 } = problem.jobs[job]!;
  const { territories } = problem.crews[crew]!;
  cost.lateness += (Math.max(0, start - due[job]!) * weights.lateness * priority) / 3_600;
  if (territory !== undefined && territories && !territories.includes(territory)) {
    cost.territory += weights.territory;
  }
  if (model.toldCrew[job]! >= 0 && model.toldCrew[job] !== crew) cost.change += weights.otherCrew;
  if (told[job] !== NEVER && Math.abs(start - told[job]!) > tolerance) {
    cost.change += weights.otherTime;
  }
}
