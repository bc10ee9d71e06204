import { importHoldings } from '../modules/places/index.ts';
import type { Platform } from '../platform/platform.ts';
import { inWords } from './in-words.ts';
import { takeInFile } from './official-file.ts';

/**
 * Imports the class of streets and the owner of streets and assets (CSV or GeoJSON), whole or not at all.
 *
 * @returns what was done, in French
 * @throws CommandError with every fault and its line when the file is refused
 */
export function importHoldingsFile(platform: Platform, path: string): Promise<string> {
  return takeInFile(platform, path, async (act, text) => {
    const { streets, assets, added, changed, removed, kept } = await importHoldings(
      platform,
      act,
      text,
    );
    const read = `${inWords(streets, 'voie lue', 'voies lues')}, ${inWords(assets, 'équipement lu', 'équipements lus')}`;
    const done = `${inWords(added, 'ajout', 'ajouts')}, ${inWords(changed, 'changement', 'changements')}, ${inWords(removed, 'retrait', 'retraits')}`;
    const left =
      kept > 0
        ? ` ${inWords(kept, 'correction à la main gardée', 'corrections à la main gardées')}.`
        : '';
    return `${read} : ${done}.${left}`;
  });
}
