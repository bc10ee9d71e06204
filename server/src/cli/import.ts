import type { Config } from '../platform/config/index.ts';
import { openPlatform } from '../program.ts';
import { CommandError } from './command-error.ts';
import { importBoundariesFile } from './import-boundaries.ts';

/** `cantonnier import WHAT FILE`: takes in official data, whole or not at all. */
export async function importFile(config: Config, [what, file]: string[]): Promise<void> {
  if (what !== 'boundaries' || file === undefined) {
    throw new CommandError('Usage : cantonnier import boundaries FICHIER.geojson');
  }
  const { platform, stop } = await openPlatform(config);
  try {
    process.stdout.write(`${await importBoundariesFile(platform, file)}\n`);
  } finally {
    await stop();
  }
}
