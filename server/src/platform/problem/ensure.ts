import { commonProblems } from './common-problems.ts';
import type { Problem } from './problem.ts';

/**
 * Goes on only when a rule holds: `ensure(mayTriage(actor, request))`.
 *
 * @param makeProblem - what to throw otherwise; by default `forbidden` (403)
 */
export function ensure(
  condition: unknown,
  makeProblem: () => Problem = commonProblems.forbidden,
): asserts condition {
  if (!condition) throw makeProblem();
}
