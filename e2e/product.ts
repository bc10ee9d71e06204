import { inject } from 'vitest';

/**
 * Address of the product under test, started once for the run by global-setup.ts.
 *
 * @throws Error with what it said when it could not start
 */
export function productUrl(): string {
  const problem = inject('productProblem');
  if (problem) throw new Error(problem);
  return inject('productUrl');
}
