import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/index.ts';
import type { Platform } from '../platform/platform.ts';
import { openPlatform } from '../program.ts';
import { CommandError } from './command-error.ts';
import { importAddressesFile } from './import-addresses.ts';
import { importBoundariesFile } from './import-boundaries.ts';
import { importHoldingsFile, previewHoldingsFile } from './import-holdings.ts';
import { importRequestsFile } from './import-requests/index.ts';
import { importStreetsFile } from './import-streets.ts';

type Progress = (line: string) => void;

/** What can be taken in, by its name on the command line. */
const TAKERS: Partial<
  Record<string, (platform: Platform, path: string, progress: Progress) => Promise<string>>
> = {
  boundaries: importBoundariesFile,
  addresses: importAddressesFile,
  holdings: importHoldingsFile,
  streets: importStreetsFile,
};

/** What can be tried first: what it would change is told, and nothing is changed. */
const TRIALS: typeof TAKERS = { holdings: previewHoldingsFile };

/**
 * `cantonnier import WHAT FILE`: takes in official data, whole or not at all; or requests of another
 * tool, line by line.
 */
export async function importFile(config: Config, args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [what, file] = positionals;
  const { 'dry-run': isTrial, ...requestOptions } = values;
  const progress: Progress = (line) => {
    process.stderr.write(`${line}\n`);
  };
  const take =
    what === 'requests' && !isTrial
      ? (platform: Platform, path: string) =>
          importRequestsFile(platform, path, { ...requestOptions, progress })
      : (isTrial ? TRIALS : TAKERS)[what ?? ''];
  if (!take || file === undefined) {
    throw new CommandError(
      'Usage : cantonnier import boundaries FICHIER.geojson\n' +
        '        cantonnier import addresses FICHIER.csv\n' +
        '        cantonnier import holdings FICHIER.csv ou FICHIER.geojson [--dry-run]\n' +
        '        cantonnier import streets FICHIER.osm.pbf\n' +
        '        cantonnier import requests FICHIER [--mapping CORRESPONDANCE.json] [--report REFUS.csv]',
    );
  }
  const { platform, stop } = await openPlatform(config);
  try {
    process.stdout.write(`${await take(platform, file, progress)}\n`);
  } finally {
    await stop();
  }
}
