import type { Act } from '../../platform/acts/index.ts';
import { holds } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { mayAdministerOrganization, organizationsById } from '../organizations/index.ts';
import { OPEN311_CLIENT_EVENTS } from './events.ts';
import type { ServiceMap } from './model.ts';
import { readServices } from './neighbour.ts';
import { problems } from './problems.ts';
import { sealKey } from './server-keys.ts';
import { findServer, type Server, saveServer } from './store.ts';

export interface SetServer {
  organizationId: string;
  url: string;
  jurisdictionId: string | null;
  /** Absent: the one that is known. */
  apiKey?: string | undefined;
  services: Record<string, ServiceMap>;
  enabled: boolean;
}

/** The server as people see it: without its key. */
const serverView = ({
  url,
  jurisdictionId,
  services,
  enabled,
  version,
  failures,
  closedUntil,
  sealedKey,
}: Server) => ({
  url,
  jurisdictionId,
  hasKey: sealedKey !== '',
  services,
  enabled,
  failures,
  closedUntil: closedUntil?.toISOString() ?? null,
  version,
});

/** @throws Problem `forbidden` (403), `not-found` (404) */
export async function readServer(platform: Platform, act: Act, organizationId: string) {
  await ensureMay(platform, act, organizationId);
  const server = await findServer(platform.db.read, act.territoryId, organizationId);
  ensure(server, commonProblems.notFound);
  return serverView(server);
}

/**
 * Says where an organization takes requests by Open311. A new server, or the same set anew; its key is
 * kept and never shown again.
 *
 * @throws Problem `forbidden` (403), `not-found` (404), `precondition-failed` (412),
 *   `no-encryption-key` (422)
 */
export async function setServer(platform: Platform, act: Act, command: SetServer) {
  await ensureMay(platform, act, command.organizationId);
  const { organizationId, apiKey, ...said } = command;
  return platform.perform(act, async (tx) => {
    const before = await findServer(tx, act.territoryId, command.organizationId);
    if (before) {
      ensure(act.expectedVersion !== undefined, commonProblems.preconditionRequired);
      ensure(act.expectedVersion === before.version, commonProblems.preconditionFailed);
    }
    const server: Server = {
      ...said,
      organizationId,
      sealedKey:
        apiKey === undefined
          ? (before?.sealedKey ?? '')
          : sealKey(platform, act.territoryId, organizationId, apiKey),
      failures: 0,
      closedUntil: null,
      version: (before?.version ?? 0) + 1,
    };
    await saveServer(tx, act.territoryId, server);
    await platform.events.publish(tx, act, {
      type: OPEN311_CLIENT_EVENTS.serverSet,
      subject: command.organizationId,
      organizationId: command.organizationId,
      data: { url: command.url, enabled: command.enabled },
    });
    return serverView(server);
  });
}

/**
 * Asks a server, known or not yet, what may be reported there.
 *
 * @throws Problem `server-unusable` (422) with what it answered
 */
export async function tryServer(
  platform: Platform,
  act: Act,
  {
    organizationId,
    url,
    jurisdictionId,
  }: Pick<SetServer, 'organizationId' | 'url' | 'jurisdictionId'>,
) {
  await ensureMay(platform, act, organizationId);
  const asked = { url, jurisdictionId, apiKey: '' };
  const answer = await readServices(asked, platform.config.outboundNetworks);
  if (answer.kind !== 'done') throw problems.serverUnusable({ detail: answer.why });
  const items = answer.value
    .slice(0, 1_000)
    .flatMap(({ service_code: code, service_name: name, group }) =>
      code ? [{ code, name: name || code, group: group ?? '' }] : [],
    );
  return { items };
}

/** The administrators of the territory, or of the organization. */
async function ensureMay(platform: Platform, { actor, territoryId }: Act, organizationId: string) {
  const organizations = await organizationsById(platform, platform.db.read, territoryId);
  ensure(organizations.has(organizationId), commonProblems.notFound);
  const may =
    holds(actor, organizationId, 'administrator') ||
    mayAdministerOrganization(actor, organizationId, [...organizations.values()]);
  ensure(may, commonProblems.forbidden);
}
