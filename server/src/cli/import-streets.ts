import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { importStreets } from '../modules/travel/index.ts';
import type { Platform } from '../platform/platform.ts';
import { CommandError } from './command-error.ts';
import { inWords } from './in-words.ts';
import { actOnOnlyTerritory, inWordsOfCommand } from './official-file.ts';

/**
 * Imports the streets on which travel times are counted, from an OpenStreetMap extract of any size.
 *
 * @returns what was done, in French
 * @throws CommandError when the file is refused
 */
export async function importStreetsFile(
  platform: Platform,
  path: string,
  progress: (line: string) => void,
): Promise<string> {
  await access(path).catch(() => {
    throw new CommandError(`« ${path} » ne se lit pas : le fichier existe-t-il ?`);
  });
  const { segments, kilometres } = await inWordsOfCommand(
    path,
    await actOnOnlyTerritory(platform),
    (act) => importStreets(platform, act, path, { source: basename(path), progress }),
  );
  return `${inWords(segments, 'tronçon de rue', 'tronçons de rue')}, ${inWords(kilometres, 'kilomètre', 'kilomètres')}.`;
}
