import type { Tx } from '../../../platform/db/index.ts';
import type { Subject } from '../../../platform/personal-data/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { maskPersonalData } from '../public-copy/mask/mask.ts';
import { placeTest } from '../public-copy/mask-request.ts';
import { requestsOf } from './store.ts';

/** The requests that somebody reported, each with the name that they gave. */
export async function requestsOfSubject(
  tx: Tx,
  territoryId: string,
  subject: Subject,
): Promise<Map<string, string | null>> {
  const requests = await requestsOf(tx, territoryId, subject);
  return new Map(requests.map(({ id, contact }) => [id, contact.name]));
}

/** Takes out of a text what names, reaches or describes a person, as for the public. */
export async function maskFor(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  knownNames: readonly string[],
): Promise<(text: string) => string> {
  const isPlace = await placeTest(platform, tx, territoryId);
  return (text) => maskPersonalData(text, { isPlace, knownNames }).text;
}
