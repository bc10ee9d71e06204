import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type SniffedType, sniffType } from '../../platform/files/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { become } from './become.ts';
import type { Inbound, InboundAttachment } from './inbound.ts';
import { keepWaiting } from './keep-inbound.ts';
import { maySort } from './policy.ts';
import { problems } from './problems.ts';
import type { LetterBody } from './schemas.ts';
import { attachmentsOf, insertAttachments, lockBySourceKey } from './store.ts';

const SCANS: readonly (SniffedType | undefined)[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
];
const MOST_SCANS = 20;

/**
 * Keeps a page or a document of a letter that is being registered. It stays as it is, for operators
 * alone: a letter bears a name and an address.
 *
 * @param key - of the letter; the first page begins it
 * @throws Problem `forbidden` (403), `not-a-scan` (415), `too-many-scans` (422), `already-decided` (409)
 */
export async function addScan(
  platform: Platform,
  act: Act,
  key: string,
  { name, content }: { name: string; content: Buffer },
): Promise<InboundAttachment> {
  ensure(maySort(act.actor));
  const type = sniffType(content);
  ensure(type && SCANS.includes(type), problems.notAScan);
  const sha256 = await platform.documents.put(content);
  return platform.perform(act, async (tx) => {
    const letter = await letterOf(platform, tx, act, key);
    const earlier = await attachmentsOf(tx, act.territoryId, [letter.id]);
    ensure(earlier.length < MOST_SCANS, () => problems.tooManyScans({ most: MOST_SCANS }));
    const scan: InboundAttachment = {
      id: uuidv7(platform.clock),
      name: name.slice(0, 200),
      type,
      bytes: content.length,
      sha256,
      fileId: null,
    };
    await insertAttachments(tx, act.territoryId, letter.id, [scan], earlier.length);
    return scan;
  });
}

/**
 * Registers a letter, with the pages that were kept under its key, and makes a request of it.
 *
 * @returns the id of the request that is about to be
 * @throws Problem `forbidden` (403), `already-decided` (409)
 */
export async function registerLetter(
  platform: Platform,
  act: Act,
  { key, summary, sender, ...letter }: LetterBody,
): Promise<{ id: string; serviceRequestId: string }> {
  ensure(maySort(act.actor));
  return platform.perform(act, async (tx) => {
    const begun = await letterOf(platform, tx, act, key);
    const { serviceCode, address, point, postmark } = letter;
    const postalAddress = sender.postalAddress?.trim();
    const message: Inbound = {
      ...begun,
      sender: { address: '', name: sender.name.trim() },
      text: summary.trim(),
      origin: {
        ...(serviceCode && { serviceCode }),
        ...(address && { address }),
        ...(point && { point }),
        ...(postmark && { postmark }),
        ...(postalAddress && { postalAddress }),
      },
    };
    const made = await become(platform, tx, act, message, { state: 'request' });
    return { id: made.id, serviceRequestId: made.serviceRequestId as string };
  });
}

/** The letter that is being registered under this key, begun if need be. */
async function letterOf(platform: Platform, tx: Tx, act: Act, key: string): Promise<Inbound> {
  await keepWaiting(platform, tx, act.territoryId, { source: 'letter', sourceKey: key });
  const letter = await lockBySourceKey(tx, act.territoryId, 'letter', key);
  ensure(letter?.state === 'waiting', problems.alreadyDecided);
  return letter;
}
