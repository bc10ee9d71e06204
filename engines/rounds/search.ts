import { Insertion } from './insertion.ts';
import { LinkedJobs } from './linked-jobs.ts';
import type { Model } from './model.ts';
import { findNeighbours, type Neighbours } from './neighbours.ts';
import { Random } from './random.ts';
import { Recreate } from './recreate.ts';
import { Ruin } from './ruin.ts';
import { eachRound, type Sequences, writeInto } from './sequences.ts';
import { State } from './state.ts';

/** One thread's search: its present plan, and the best that it saw since {@link Search.load}. */
export class Search {
  readonly model: Model;
  readonly state: State;
  readonly near: Neighbours;
  readonly random: Random;
  bestCost = Number.POSITIVE_INFINITY;
  iterations = 0;
  readonly ruin: Ruin;
  readonly recreate: Recreate;
  readonly linked: LinkedJobs;
  readonly #best: Int32Array;
  #bestLength = 0;

  constructor(
    model: Model,
    seed: number,
    near = findNeighbours(model, insertionWidth(model.jobs)),
  ) {
    this.model = model;
    this.near = near;
    this.random = new Random(seed);
    this.state = new State(model);
    const insertion = new Insertion(this.state, near, this.random);
    this.linked = new LinkedJobs(this.state, insertion);
    this.ruin = new Ruin(this.state, near, this.random, this.linked);
    this.recreate = new Recreate(this.state, insertion, this.linked, this.random);
    this.#best = new Int32Array(model.jobs + model.crews);
    this.load(lockedOnly(model));
  }

  /** Takes a plan as the present and the best. */
  load(row: Sequences): void {
    const { state } = this;
    state.undo.stop();
    clear(state);
    eachRound(row, (crew, from, to) => {
      state.setRoute(crew, row, from, to);
    });
    this.linked.settle();
    state.cost = costOf(state);
    this.keepBest();
  }

  /** Takes out and puts back once, and keeps the result as simulated annealing would. */
  iterate(temperature: number): void {
    const { state, model, random } = this;
    this.iterations++;
    const seed = random.below(model.jobs);
    const before = state.cost;
    state.undo.begin();
    this.ruin.strings(seed);
    const limit = before - temperature * Math.log(random.unit());
    const whole = this.ruin.isSound && this.recreate.run(this.ruin.out, this.ruin.outCount, limit);
    if (whole && state.cost < limit) {
      if (state.cost < this.bestCost - 1e-6) this.keepBest();
    } else state.undo.restore();
  }

  keepBest(): void {
    this.bestCost = this.state.cost;
    this.#bestLength = writeInto(this.state, this.#best);
  }

  best(): Sequences {
    return this.#best.slice(0, this.#bestLength);
  }
}

/** The plan in which only what is locked is done. */
function lockedOnly({ locked }: Model): Sequences {
  return Int32Array.from(
    locked.flatMap((jobs, crew) => (jobs.length > 0 ? [-1 - crew, ...jobs] : [])),
  );
}

/** Narrow lists are quick; wide ones miss nothing. */
function insertionWidth(jobs: number): number {
  if (jobs <= 120) return 40;
  return jobs <= 300 ? 30 : 20;
}

function clear(state: State): void {
  const { model } = state;
  state.absentCount = 0;
  for (let job = 0; job < model.jobs; job++) {
    state.crew[job] = -1;
    state.absent[job] = job;
    state.absentAt[job] = job;
    state.open[job] = model.open[job]!;
    state.close[job] = model.close[job]!;
  }
  state.absentCount = model.jobs;
  for (let crew = 0; crew < model.crews; crew++) {
    state.setRoute(crew, [], 0, 0);
  }
}

/** The whole cost of a plan, summed anew. */
function costOf(state: State): number {
  const { model } = state;
  let cost = 0;
  for (let at = 0; at < state.absentCount; at++) cost += model.prize[state.absent[at]!]!;
  for (let crew = 0; crew < model.crews; crew++) {
    if (state.size[crew] === 0) continue;
    const end = state.endOf(crew);
    for (let node = state.startOf(crew); node !== end; node = state.next[node]!) {
      const to = state.next[node]!;
      cost +=
        model.costs[model.costsAt[crew]! + model.place[node]! * model.side + model.place[to]!]!;
      if (to < model.jobs) cost += model.affinity[to * model.crews + crew]!;
    }
    if (model.timed[crew] === 1) cost += state.clock.costOf(crew);
  }
  return cost;
}
