import type { Act } from '../acts/index.ts';
import { uuidv7 } from '../ids/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { insertApiToken } from './api-token-store.ts';
import { mayAdminister } from './policy.ts';
import { hashSecret, newSecret } from './secret.ts';

/** What a program may be allowed to do. */
export const SCOPES = [
  'open311:write',
  'intake:sms',
  'intake:social',
  'role:dispatcher',
  'role:desk',
  'role:auditor',
] as const;

export interface CreateApiToken {
  name: string;
  organizationId: string;
  scopes: (typeof SCOPES)[number][];
}

/**
 * Creates an API token for a program.
 *
 * @returns the token itself, shown this once: only its hash is kept
 * @throws Problem `forbidden` (403)
 */
export async function createApiToken(platform: Platform, act: Act, command: CreateApiToken) {
  ensure(mayAdminister(act.actor, command.organizationId), commonProblems.forbidden);
  const token = newSecret('cantonnier_');
  return platform.db.transaction(async (tx) => {
    const id = uuidv7(platform.clock);
    await insertApiToken(tx, {
      territory_id: act.territoryId,
      id,
      token_hash: hashSecret(token),
      name: command.name,
      organization_id: command.organizationId,
      scopes: command.scopes,
      created_at: act.at,
      created_by: act.actor.id,
      revoked_at: null,
    });
    await platform.events.publish(tx, act, {
      type: 'api-token.created',
      subject: id,
      organizationId: command.organizationId,
      data: { name: command.name, scopes: command.scopes },
    });
    return { id, token };
  });
}
