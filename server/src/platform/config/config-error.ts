import type { Text } from '../problem/index.ts';
import type { Variables } from './variables.ts';

/** One variable that cannot be used. */
export interface ConfigFault {
  readonly variable: keyof Variables;
  /** As written, or `undefined` when it is missing or secret. */
  readonly value: string | undefined;
  readonly expected: Text;
  readonly example: string;
}

/** Stops the start; its message tells, in French then English, every variable to fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super([...HEADING, ...faults.flatMap(describe)].join('\n'));
    this.faults = faults;
  }
}

const HEADING = [
  'La configuration est à corriger : ces variables d’environnement sont refusées.',
  'The configuration needs fixing: these environment variables are refused.',
];

function describe({ variable, value, expected, example }: ConfigFault): string[] {
  return [
    '',
    value === undefined
      ? `  ${variable}`
      : `  ${variable} = ${JSON.stringify(value.slice(0, 200))}`,
    `    attendu : ${expected.fr}`,
    `    expected: ${expected.en}`,
    `    ${variable}=${example}`,
  ];
}
