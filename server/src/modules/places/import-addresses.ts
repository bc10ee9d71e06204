import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { type Fault, readBal } from './addresses/read-bal.ts';
import { importPlaces } from './import-places.ts';
import { problems } from './problems.ts';

/** What is shown in a sentence; the problem's member `lines` has them all. */
const SHOWN = 5;

/**
 * Imports a « Base adresse locale » (BAL 1.2 to 1.5), whole or not at all; it replaces the last one.
 *
 * @throws Problem `forbidden` (403), `addresses-refused` (422) with every fault and its line
 */
export async function importAddresses(
  platform: Platform,
  act: Act,
  text: string,
): Promise<{ addresses: number; streets: number; landmarks: number; elsewhere: number }> {
  const organizations = await organizationsById(platform, platform.db.read, act.territoryId);
  const communes = new Map(
    [...organizations.values()].flatMap(({ kind, code, name }) =>
      kind === 'commune' ? [[code, name] as const] : [],
    ),
  );
  const read = readBal(text, communes);
  if (!('addresses' in read)) throw refusal(read.faults);
  const { addresses, landmarks, elsewhere } = read;
  if (addresses.length + landmarks.length === 0) {
    throw refusal([{ line: 1, reason: 'aucune adresse des communes du territoire' }]);
  }
  const imported = await importPlaces(platform, act, {
    source: 'bal',
    features: [],
    addresses,
    landmarks,
  });
  return { ...imported, elsewhere };
}

function refusal(faults: Fault[]) {
  const shown = faults.slice(0, SHOWN).map(({ line, reason }) => `ligne ${line}, ${reason}`);
  const more = faults.length > SHOWN ? ` ; et ${faults.length - SHOWN} autres.` : '.';
  return problems.addressesRefused({ faults: shown.join(' ; ') + more, lines: faults });
}
