import { importBoundaries } from '../modules/organizations/index.ts';
import type { Platform } from '../platform/platform.ts';
import { inWords } from './in-words.ts';
import { takeInFile } from './official-file.ts';

/**
 * Imports official contours from a GeoJSON file, whole or not at all.
 *
 * @returns what was done, in French
 * @throws CommandError with every fault and its line when the file is refused
 */
export function importBoundariesFile(platform: Platform, path: string): Promise<string> {
  return takeInFile(platform, path, async (act, text) => {
    const { imported } = await importBoundaries(platform, act, text);
    return `${inWords(imported, 'contour importé', 'contours importés')}.`;
  });
}
