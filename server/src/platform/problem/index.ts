/** Refusals that people and programs understand: RFC 9457, in French and in English. */
export { commonProblems } from './common-problems.ts';
export {
  defineProblems,
  type ProblemCatalogue,
  type ProblemFactory,
  type ProblemKind,
} from './define-problems.ts';
export { ensure } from './ensure.ts';
export {
  type FieldError,
  Problem,
  type ProblemDefinition,
  type ProblemDocument,
  type ProblemMembers,
} from './problem.ts';
export { problemFromError } from './problem-from-error.ts';
export { collectProblems, problemsGuide } from './problems-guide.ts';
export { type Language, preferredLanguage, type Text } from './text.ts';
