import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { placeNames } from '../../places/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { type Masked, maskPersonalData } from './mask/mask.ts';
import { placeNameTest } from './mask/place-names.ts';

type IsPlace = (name: string) => boolean;
const tests = new WeakMap<readonly string[], IsPlace>();

/** The test « is this the name of a place here? », from the territory's gazetteer. */
export async function placeTest(platform: Platform, tx: Tx, territoryId: string): Promise<IsPlace> {
  const names = await placeNames(platform, tx, territoryId);
  const known = tests.get(names) ?? placeNameTest(names);
  tests.set(names, known);
  return known;
}

/** What a resident wrote, without what names, reaches or describes a person. */
export function maskDescription(
  { description, contact }: Pick<ServiceRequest, 'description' | 'contact'>,
  isPlace: IsPlace,
): Masked {
  return maskPersonalData(description, {
    isPlace,
    knownNames: contact.name ? [contact.name] : [],
  });
}

/** The place as everyone may read it: a flat, a door's code or a name in it are nobody's business. */
export function maskAddress(address: string, isPlace: IsPlace): string {
  return maskPersonalData(address, { isPlace }).text;
}
