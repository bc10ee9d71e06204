import type { Tx } from '../../platform/db/index.ts';
import { findAddressById } from './gazetteer-store.ts';
import type { Place } from './place.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The address of this identifier, as the search gives it; undefined when there is none. */
export async function findAddress(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Place | undefined> {
  if (!UUID.test(id)) return undefined;
  const found = await findAddressById(tx, territoryId, id);
  if (!found) return undefined;
  const { number, name, communeName, point } = found;
  return { id, kind: 'address', label: `${number} ${name}, ${communeName}`, communeName, point };
}
