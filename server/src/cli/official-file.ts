import { readFile, stat } from 'node:fs/promises';
import { listTerritoryIds } from '../modules/organizations/index.ts';
import { type Act, systemActor } from '../platform/acts/index.ts';
import { uuidv7 } from '../platform/ids/index.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem/index.ts';
import { CommandError } from './command-error.ts';

/** Far above the addresses or the contours of the largest métropole. */
const LARGEST_FILE = 200 * 1024 * 1024;

/**
 * Takes in one official file for the only territory of the installation.
 *
 * @param take - the use case; returns what was done, in French
 * @throws CommandError when the file cannot be read, or with every fault and its line
 */
export async function takeInFile(
  platform: Platform,
  path: string,
  take: (act: Act, text: string) => Promise<string>,
): Promise<string> {
  const text = await readText(path);
  return inWordsOfCommand(path, await actOnOnlyTerritory(platform), (act) => take(act, text));
}

/**
 * Carries out a use case on a file; its refusal becomes the command's.
 *
 * @throws CommandError with every fault and its line
 */
export async function inWordsOfCommand<T>(
  path: string,
  act: Act,
  take: (act: Act) => Promise<T>,
): Promise<T> {
  try {
    return await take(act);
  } catch (error) {
    throw error instanceof Problem ? asCommandError(path, error) : error;
  }
}

/** An act of the command line on the only territory. @throws CommandError when there is none, or several */
export async function actOnOnlyTerritory(platform: Platform): Promise<Act> {
  const [territoryId, another] = await listTerritoryIds(platform.db.read, 2);
  if (territoryId === undefined || another !== undefined) {
    throw new CommandError(
      territoryId === undefined
        ? 'Cette base est vide : commencez par « cantonnier init ».'
        : 'Cette base contient plusieurs territoires : importez par leur administration.',
    );
  }
  return {
    territoryId,
    actor: systemActor('cantonnier import'),
    at: platform.clock.now(),
    requestId: uuidv7(platform.clock),
    language: 'fr',
  };
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new CommandError(`« ${path} » dépasse 200 Mo.`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      error instanceof TypeError
        ? `« ${path} » n’est pas écrit en UTF-8.`
        : `« ${path} » ne se lit pas : le fichier existe-t-il ?`,
    );
  }
}

function asCommandError(path: string, problem: Problem): CommandError {
  const { lines } = problem.extensions as { lines?: { line: number; reason: string }[] };
  if (!lines) return new CommandError(problem.detail?.fr ?? problem.title.fr);
  return new CommandError(
    [
      `« ${path} » est refusé, rien n’a été importé :`,
      ...lines.map(({ line, reason }) => `  ligne ${line} : ${reason}`),
    ].join('\n'),
  );
}
