import type { Act } from '../../server/src/platform/acts/index.ts';
import { uuidv7 } from '../../server/src/platform/ids/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import type { Colleague } from './accounts.ts';

/** The act of somebody of the town, at an instant, who saw this version of what they change. */
export function actAs(
  platform: Platform,
  { territoryId, language }: Act,
  { accountId, name, role, organizationId }: Colleague,
  at: Date,
  expectedVersion?: number,
): Act {
  return {
    territoryId,
    language,
    actor: { kind: 'account', id: accountId, name, grants: [{ organizationId, role }], scopes: [] },
    at,
    requestId: uuidv7(platform.clock),
    ...(expectedVersion !== undefined && { expectedVersion }),
  };
}
