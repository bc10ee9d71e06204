import type { Config } from '../platform/config/index.ts';
import type { Platform } from '../platform/platform.ts';
import { openPlatform } from '../program.ts';
import { CommandError } from './command-error.ts';
import { importAddressesFile } from './import-addresses.ts';
import { importBoundariesFile } from './import-boundaries.ts';

/** What can be taken in, by its name on the command line. */
const TAKERS: Partial<Record<string, (platform: Platform, path: string) => Promise<string>>> = {
  boundaries: importBoundariesFile,
  addresses: importAddressesFile,
};

/** `cantonnier import WHAT FILE`: takes in official data, whole or not at all. */
export async function importFile(config: Config, [what, file]: string[]): Promise<void> {
  const take = what === undefined ? undefined : TAKERS[what];
  if (!take || file === undefined) {
    throw new CommandError(
      'Usage : cantonnier import boundaries FICHIER.geojson\n' +
        '        cantonnier import addresses FICHIER.csv',
    );
  }
  const { platform, stop } = await openPlatform(config);
  try {
    process.stdout.write(`${await take(platform, file)}\n`);
  } finally {
    await stop();
  }
}
