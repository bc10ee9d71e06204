import { readFile, stat } from 'node:fs/promises';
import { importBoundaries, listTerritoryIds } from '../modules/organizations/index.ts';
import { systemActor } from '../platform/acts/index.ts';
import { uuidv7 } from '../platform/ids/index.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem/index.ts';
import { CommandError } from './command-error.ts';

/** Far above the contours of the largest métropole at full detail. */
const LARGEST_FILE = 100 * 1024 * 1024;

/**
 * Imports official contours from a GeoJSON file, whole or not at all.
 *
 * @returns what was done, in French
 * @throws CommandError with every fault and its line when the file is refused
 */
export async function importBoundariesFile(platform: Platform, path: string): Promise<string> {
  const text = await readText(path);
  const [territoryId, another] = await listTerritoryIds(platform.db.read, 2);
  if (territoryId === undefined || another !== undefined) {
    throw new CommandError(
      territoryId === undefined
        ? 'Cette base est vide : commencez par « cantonnier init ».'
        : 'Cette base contient plusieurs territoires : importez par leur administration.',
    );
  }
  const act = {
    territoryId,
    actor: systemActor('cantonnier import'),
    at: platform.clock.now(),
    requestId: uuidv7(platform.clock),
    language: 'fr' as const,
  };
  try {
    const { imported } = await importBoundaries(platform, act, text);
    return `${imported} contours importés.`;
  } catch (error) {
    throw error instanceof Problem ? asCommandError(path, error) : error;
  }
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new CommandError(`« ${path} » dépasse 100 Mo.`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const encoding = error instanceof TypeError;
    throw new CommandError(
      encoding
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
