import type { LinkedJobs } from './linked-jobs.ts';
import type { Neighbours } from './neighbours.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/** Longest string taken out of one round, and jobs taken out on average (SISR, § 6). */
const LONGEST_STRING = 10;
const REMOVED = 10;
/** How often a string keeps a part of its middle, and how often that part grows. */
const SPLIT = 0.5;
const KEEP_MORE = 0.99;

/**
 * Takes out strings of jobs from rounds near each other: slack that is adjacent, in space and on the
 * rounds (Christiaens and Vanden Berghe 2020, « Slack induction by string removals », § 4.1).
 */
export class Ruin {
  readonly #state: State;
  readonly #near: Neighbours;
  readonly #random: Random;
  readonly #linked: LinkedJobs;
  readonly #touched: Int32Array;
  readonly #mark: Int32Array;
  #turn = 0;
  #count = 0;
  #averageSize = 1;
  #untilAverage = 0;
  /** Jobs taken out by the last ruin. */
  readonly out: Int32Array;
  outCount = 0;
  /** Whether what is left keeps its hours; it may not where ways do not obey the triangle. */
  isSound = true;

  constructor(state: State, near: Neighbours, random: Random, linked: LinkedJobs) {
    this.#state = state;
    this.#near = near;
    this.#random = random;
    this.#linked = linked;
    this.#touched = new Int32Array(state.model.crews);
    this.#mark = new Int32Array(state.model.crews);
    this.out = new Int32Array(state.model.jobs);
  }

  /** Takes out strings around a job. */
  strings(seed: number): void {
    this.#turn++;
    this.#count = 0;
    this.outCount = 0;
    if (--this.#untilAverage < 0) this.#measure();
    const longest = Math.max(1, Math.min(LONGEST_STRING, this.#averageSize));
    const most = (4 * REMOVED) / (1 + longest) - 1;
    const strings = Math.floor(1 + this.#random.unit() * Math.max(0.001, most));
    this.#string(seed, longest);
    const { at, ids } = this.#near.around;
    for (let index = at[seed]!; index < at[seed + 1]! && this.#count < strings; index++) {
      this.#string(ids[index]!, longest);
    }
    this.#finish();
  }

  #string(job: number, longest: number): void {
    const { crew, size, prev, next, model } = this.#state;
    const round = crew[job]!;
    if (round < 0 || this.#mark[round] === this.#turn) return;
    this.#touch(round);
    const length = Math.floor(1 + this.#random.unit() * Math.min(size[round]!, longest));
    let kept = 0;
    if (length > 1 && length < size[round]! && this.#random.unit() < SPLIT) {
      kept = 1;
      while (length + kept < size[round]! && this.#random.unit() > KEEP_MORE) kept++;
    }
    const whole = length + kept;
    // How far the string may reach to the left, so that the round holds it all.
    let first = job;
    let left = 0;
    while (left < whole - 1 && prev[first]! < model.jobs) {
      first = prev[first]!;
      left++;
    }
    let right = 0;
    for (let node = job; right < whole - 1 && next[node]! < model.jobs; right++) node = next[node]!;
    const least = Math.max(0, whole - 1 - right);
    const reach = least + this.#random.below(left - least + 1);
    first = job;
    for (let step = 0; step < reach; step++) first = prev[first]!;
    const keepFrom = kept === 0 ? whole : 1 + this.#random.below(length - 1);
    let node = first;
    for (let at = 0; at < whole; at++) {
      const following = next[node]!;
      const keeps = at >= keepFrom && at < keepFrom + kept;
      if (!keeps && model.isLocked[node] === 0) this.#take(node);
      node = following;
    }
  }

  #touch(crew: number): void {
    if (this.#mark[crew] === this.#turn) return;
    this.#mark[crew] = this.#turn;
    this.#touched[this.#count++] = crew;
  }

  #take(job: number): void {
    this.#state.takeOut(job);
    this.out[this.outCount++] = job;
  }

  #finish(): void {
    const { model, crew } = this.#state;
    const groups = new Set<number>();
    if (model.groups.length > 0) {
      for (let at = 0; at < this.outCount; at++) {
        const group = model.group[this.out[at]!]!;
        if (group < 0 || groups.has(group)) continue;
        groups.add(group);
        for (const member of model.groups[group]!) {
          const round = crew[member]!;
          if (round < 0) continue;
          this.#touch(round);
          if (model.isLocked[member] === 0) this.#take(member);
        }
      }
    }
    this.isSound = true;
    for (const group of groups) this.#linked.free(group);
    for (let at = 0; at < this.#count; at++) {
      this.#state.refresh(this.#touched[at]!);
      if (!this.#state.isInTime(this.#touched[at]!)) this.isSound = false;
    }
  }

  #measure(): void {
    this.#untilAverage = 100;
    const { size, model, absentCount } = this.#state;
    let used = 0;
    for (let crew = 0; crew < model.crews; crew++) if (size[crew]! > 0) used++;
    this.#averageSize = (model.jobs - absentCount) / Math.max(1, used);
  }
}
