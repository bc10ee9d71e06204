import { Problem, type ProblemDefinition, type ProblemMembers } from './problem.ts';
import type { Text } from './text.ts';

/** What every problem of one kind has in common. */
export interface ProblemKind {
  readonly type: string;
  readonly status: number;
  readonly title: Text;
  readonly detail: Text | undefined;
}

/** Makes problems of one kind; asks for every member that the detail names between braces. */
export interface ProblemFactory<Definition extends ProblemDefinition = ProblemDefinition>
  extends ProblemKind {
  (...members: Arguments<Definition>): Problem;
}

/** Every problem of one module, by its name in code. */
export type ProblemCatalogue = Readonly<Record<string, ProblemKind>>;

/**
 * The typed catalogue of a module's problems.
 *
 * @param module - its folder's name, `service-requests`
 * @returns one factory for each definition; `illegalMove` makes `/problems/service-requests/illegal-move`
 * @example
 * ```ts
 * export const problems = defineProblems('work-orders', {
 *   illegalMove: {
 *     status: 409,
 *     title: { fr: 'Cette étape n’est pas possible', en: 'This step is not possible' },
 *     detail: { fr: 'L’intervention est {state}.', en: 'The work order is {state}.' },
 *   },
 * })
 * throw problems.illegalMove({ state: { fr: 'terminée', en: 'completed' } })
 * ```
 */
export function defineProblems<const Definitions extends Record<string, ProblemDefinition>>(
  module: string,
  definitions: Definitions,
): { readonly [Name in keyof Definitions]: ProblemFactory<Definitions[Name]> } {
  const factories = Object.entries(definitions).map(([name, definition]) => {
    const type = `/problems/${module}/${kebabCase(name)}`;
    const make = (members?: ProblemMembers) => {
      const problem = new Problem(type, definition, members);
      // The trace begins where the problem was raised, not here.
      Error.captureStackTrace(problem, make);
      return problem;
    };
    const { status, title, detail } = definition;
    return [name, Object.assign(make, { type, status, title, detail })];
  });
  return Object.freeze(Object.fromEntries(factories));
}

type Holes<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Holes<Rest>
  : never;

type HolesOf<Definition extends ProblemDefinition> = Definition extends { detail: Text }
  ? Holes<Definition['detail'][keyof Text]>
  : never;

type Arguments<Definition extends ProblemDefinition> = [HolesOf<Definition>] extends [never]
  ? [members?: ProblemMembers]
  : [members: ProblemMembers & Record<HolesOf<Definition>, string | number | Text>];

const kebabCase = (name: string) =>
  name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
