import { configErrorAbout } from '../../platform/config/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { isSealed, isSealedWith, openSecret, sealSecret } from '../../platform/secrets/index.ts';
import { problems } from './problems.ts';
import { lockStoredKeys, type Server, storeKey } from './store.ts';

/** A server with what it takes to call it. */
export type CallableServer = Pick<Server, 'url' | 'jurisdictionId'> & { apiKey: string };

/** Where a key belongs: sealed for one server, it does not open for another. */
const placeOf = (territoryId: string, organizationId: string) =>
  `open311_server/${territoryId}/${organizationId}`;

/**
 * Seals the key of a neighbour's server before it is stored; the absence of a key stays what it is.
 *
 * @throws Problem `no-encryption-key` (422) when this installation has nothing to seal it with
 */
export function sealKey(
  { config }: Platform,
  territoryId: string,
  organizationId: string,
  apiKey: string,
): string {
  if (apiKey === '') return '';
  ensure(config.encryptionKeys.length > 0, problems.noEncryptionKey);
  return sealSecret(config.encryptionKeys, apiKey, placeOf(territoryId, organizationId));
}

/** Opens the key of a server, to call it. @throws Error when it does not open: the start checks it */
export function callable({ config }: Platform, territoryId: string, server: Server) {
  const { url, jurisdictionId, organizationId, sealedKey } = server;
  const place = placeOf(territoryId, organizationId);
  const apiKey = sealedKey === '' ? '' : openSecret(config.encryptionKeys, sealedKey, place);
  if (apiKey === undefined) throw new Error(`The key of ${place} does not open`);
  return { url, jurisdictionId, apiKey } satisfies CallableServer;
}

/**
 * Before the program works: seals with the key in use what lies in clear (kept by an older version)
 * or under a former key.
 *
 * @throws ConfigError about `ENCRYPTION_KEY` when it is missing, or opens not every key
 */
export async function sealServerKeys(platform: Platform): Promise<void> {
  const { encryptionKeys } = platform.config;
  await platform.db.transaction(async (tx) => {
    for (const { territoryId, organizationId, stored } of await lockStoredKeys(tx)) {
      const place = placeOf(territoryId, organizationId);
      const apiKey = isSealed(stored) ? openSecret(encryptionKeys, stored, place) : stored;
      if (apiKey === undefined || encryptionKeys.length === 0) {
        throw configErrorAbout('ENCRYPTION_KEY');
      }
      if (isSealedWith(encryptionKeys, stored)) continue;
      const sealed = sealSecret(encryptionKeys, apiKey, place);
      await storeKey(tx, { territoryId, organizationId, stored: sealed });
    }
  });
}
