/** Rounds: who goes where, in which order and when; why not, and what else could be. The only door. */
export type { Lack } from './ability.ts';
export { type Advice, advise, type Refusal, type Suggestion } from './advise.ts';
export { type Fault, ProblemError } from './errors.ts';
export { type Explanation, explain, type Reason, type Relaxation } from './explain.ts';
export type { Cost, Plan, Route, Stop } from './plan.ts';
export {
  type Break,
  type Crew,
  DEFAULT_WEIGHTS,
  type Job,
  type Precedence,
  type Problem,
  type Published,
  type Span,
  type Travel,
  type Weights,
} from './problem.ts';
export { SharedBest } from './shared-best.ts';
export { type Convention, readSolomon, UNIT } from './solomon.ts';
export { type SolveOptions, solve, type Told } from './solve.ts';
export type { Limits } from './stop.ts';
export { readProblem } from './validate.ts';
export { type Verdict, type Violation, type ViolationKind, verify } from './verify.ts';
