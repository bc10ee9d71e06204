import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { keepInbound } from './keep-inbound.ts';
import { mayHandInSocial } from './policy.ts';
import type { SocialBody } from './schemas.ts';
import { findBySourceKey } from './store.ts';

/**
 * Takes charge of what somebody said on a network; the same publication is taken once. Its pictures
 * are kept as links: an address given to us is no reason to call it.
 *
 * @returns once it is committed
 * @throws Problem `forbidden` (403)
 */
export async function receiveSocial(
  platform: Platform,
  act: Act,
  { id, network, author, text, url, media = [], publishedAt }: SocialBody,
): Promise<{ id: string; state: 'received' }> {
  ensure(mayHandInSocial(act.actor));
  const sourceKey = `${network}:${id}`;
  await platform.db.transaction((tx) =>
    keepInbound(platform, tx, act.territoryId, [
      {
        source: 'social',
        sourceKey,
        sender: { address: `${network}:${author}`, name: author },
        text: [text.trim(), ...media].join('\n'),
        origin: { network, ...(url && { url }) },
        ...(publishedAt && { receivedAt: new Date(publishedAt) }),
      },
    ]),
  );
  const kept = await findBySourceKey(platform.db.read, act.territoryId, 'social', sourceKey);
  if (!kept) throw new Error('A message that was just kept is not there');
  return { id: kept.id, state: 'received' };
}
