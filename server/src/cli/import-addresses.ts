import { importAddresses } from '../modules/places/index.ts';
import type { Platform } from '../platform/platform.ts';
import { inWords } from './in-words.ts';
import { takeInFile } from './official-file.ts';

/**
 * Imports a « Base adresse locale » (BAL 1.2 to 1.5, CSV), whole or not at all.
 *
 * @returns what was done, in French
 * @throws CommandError with every fault and its line when the file is refused
 */
export function importAddressesFile(platform: Platform, path: string): Promise<string> {
  return takeInFile(platform, path, async (act, text) => {
    const { addresses, streets, elsewhere } = await importAddresses(platform, act, text);
    const aside =
      elsewhere > 0
        ? ` ${inWords(elsewhere, 'ligne d’une autre commune laissée', 'lignes d’autres communes laissées')} de côté.`
        : '';
    const done = inWords(addresses, 'adresse importée', 'adresses importées');
    return `${done}, dans ${inWords(streets, 'voie', 'voies')}.${aside}`;
  });
}
