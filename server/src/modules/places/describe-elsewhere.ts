import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { hasPostcodeLike } from './gazetteer-store.ts';
import { readQuery } from './search/read-query.ts';
import { wordsOf } from './search/words.ts';

/**
 * Tells in French that an address lies in another département, when its postcode says so and no
 * commune of the territory is named in it. A street of the same name here must not catch it: every
 * town has a « rue de la République ».
 *
 * @returns null when the address may be here
 */
export async function describeElsewhere(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  address: string,
): Promise<string | null> {
  const { postcode } = readQuery(address);
  if (postcode === null) return null;
  const departement = departementOf(postcode);
  const organizations = await organizationsById(platform, tx, territoryId);
  const communes = [...organizations.values()].filter(({ kind }) => kind === 'commune');
  if (communes.some(({ code }) => departementOf(code) === departement)) return null;
  const asked = ` ${wordsOf(address).join(' ')} `;
  if (communes.some(({ name }) => asked.includes(` ${wordsOf(name).join(' ')} `))) return null;
  // Some communes are served by the post office of the neighbouring département.
  if (await hasPostcodeLike(tx, territoryId, departement)) return null;
  return (
    `D’après son code postal ${postcode}, l’adresse « ${address} » est dans un autre département` +
    ` (${departement}), en dehors du territoire. Adressez-vous à la mairie de cette commune,` +
    ' ou corrigez l’adresse.'
  );
}

/** The beginning that a postcode and an INSEE code share: two digits, three overseas; Corsica is 20. */
function departementOf(code: string): string {
  if (/^2[AB]/i.test(code)) return '20';
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}
