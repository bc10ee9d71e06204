import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type Convention,
  type Plan,
  type Problem,
  ProblemError,
  readProblem,
  readSolomon,
  UNIT,
  verify,
} from '../../../engines/rounds/index.ts';
import { solveInWorkers } from '../platform/rounds/index.ts';
import { CommandError } from './command-error.ts';

const USAGE = `Usage : cantonnier rounds solve FICHIER [--seconds 10] [--seed 1] [--threads N]
          [--convention dimacs|exact] [--json]

FICHIER est au format de Solomon, ou en JSON (voir engines/rounds/README.md). « dimacs » tronque les
distances à une décimale ; « exact » les garde à quatre.`;

/**
 * `cantonnier rounds solve FILE`: plans, has the plan checked by the independent verifier, prints it
 * and its cost.
 *
 * @throws CommandError when the file cannot be read or planned, or the verifier refuses the plan
 */
export async function rounds(args: string[]): Promise<void> {
  const { positionals, values } = parse(args);
  const [verb, file] = positionals;
  const seconds = Number(values.seconds ?? 10);
  const seed = Number(values.seed ?? 1);
  const threads = values.threads === undefined ? undefined : Number(values.threads);
  const convention = (values.convention ?? 'dimacs') as Convention;
  const fine =
    verb === 'solve' &&
    file !== undefined &&
    seconds > 0 &&
    seconds <= 86_400 &&
    Number.isInteger(seed) &&
    (threads === undefined || (Number.isInteger(threads) && threads >= 1 && threads <= 64)) &&
    convention in UNIT;
  if (!fine) throw new CommandError(USAGE);

  const text = await readText(file);
  const isJson = text.trimStart().startsWith('{');
  const problem = readOrRefuse(file, text, isJson, convention);
  const plan = await solveInWorkers(problem, {
    seconds,
    seed,
    ...(threads === undefined ? {} : { threads }),
  }).catch((error) => refuse(file, error));
  const { violations, cost } = verify(problem, plan);
  if (violations.length > 0) {
    throw new CommandError(`Le vérificateur refuse ce plan : ${JSON.stringify(violations)}`);
  }
  const unit = isJson ? 1 : UNIT[convention];
  const printed = values.json
    ? JSON.stringify({ cost: cost.total / unit, plan })
    : describe(plan, cost.total / unit);
  process.stdout.write(`${printed}\n`);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        seconds: { type: 'string' },
        seed: { type: 'string' },
        threads: { type: 'string' },
        convention: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new CommandError(USAGE);
  }
}

function readOrRefuse(
  file: string,
  text: string,
  isJson: boolean,
  convention: Convention,
): Problem {
  try {
    return isJson ? readProblem(JSON.parse(text)) : readSolomon(text, convention);
  } catch (error) {
    return refuse(file, error);
  }
}

function refuse(file: string, error: unknown): never {
  if (error instanceof ProblemError || error instanceof SyntaxError) {
    throw new CommandError(`« ${file} » ne peut pas être planifié :\n${error.message}`);
  }
  throw error;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CommandError(`Le fichier « ${file} » ne peut pas être lu.`);
  }
}

/** As the challenge's solutions are written: one line a round, then what is left, then the cost. */
function describe({ routes, unserved }: Plan, cost: number): string {
  const lines = routes.map(
    ({ stops }, at) => `Route #${at + 1}: ${stops.map(({ job }) => job).join(' ')}`,
  );
  if (unserved.length > 0) lines.push(`Unserved: ${unserved.join(' ')}`);
  return [...lines, `Cost ${Number(cost.toFixed(4))}`].join('\n');
}
