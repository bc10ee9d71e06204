import { jsonb, type Tx, tables } from '../../platform/db/index.ts';
import type { RelayStatus, ServiceMap } from './model.ts';
import type { Open311ClientTables } from './tables.ts';

const on = tables<Open311ClientTables>();

/** The Open311 server of an organization. */
export interface Server {
  organizationId: string;
  url: string;
  jurisdictionId: string | null;
  /** Theirs, given to us, as it is stored: see `server-keys.ts`. Empty: none. */
  sealedKey: string;
  services: Record<string, ServiceMap>;
  enabled: boolean;
  failures: number;
  closedUntil: Date | null;
  version: number;
}

/** One request on its way to such a server. */
export interface Relay {
  id: string;
  serviceRequestId: string;
  organizationId: string;
  status: RelayStatus;
  theirId: string | null;
  token: string | null;
  theirStatus: string | null;
  theirNotes: string | null;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
}

export async function findServer(
  tx: Tx,
  territoryId: string,
  organizationId: string,
): Promise<Server | undefined> {
  const row = await on(tx)
    .selectFrom('open311_server')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return (
    row && {
      organizationId: row.organization_id,
      url: row.url,
      jurisdictionId: row.jurisdiction_id,
      sealedKey: row.api_key,
      services: row.services,
      enabled: row.enabled,
      failures: row.failures,
      closedUntil: row.closed_until,
      version: row.version,
    }
  );
}

/** Writes a server as it is now. */
export async function saveServer(tx: Tx, territoryId: string, server: Server): Promise<void> {
  const values = {
    url: server.url,
    jurisdiction_id: server.jurisdictionId,
    api_key: server.sealedKey,
    services: jsonb(server.services),
    enabled: server.enabled,
    failures: server.failures,
    closed_until: server.closedUntil,
    version: server.version,
  };
  await on(tx)
    .insertInto('open311_server')
    .values({ territory_id: territoryId, organization_id: server.organizationId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'organization_id']).doUpdateSet(values),
    )
    .execute();
}

/** One key as it is stored. */
export interface StoredKey {
  territoryId: string;
  organizationId: string;
  stored: string;
}

/** The keys of every territory, for change. */
export async function lockStoredKeys(tx: Tx): Promise<StoredKey[]> {
  const rows = await on(tx)
    .selectFrom('open311_server')
    .select(['territory_id', 'organization_id', 'api_key'])
    .where('api_key', '<>', '')
    .orderBy('territory_id')
    .orderBy('organization_id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    territoryId: row.territory_id,
    organizationId: row.organization_id,
    stored: row.api_key,
  }));
}

/** Stores the same key in another form: nothing that people see changes, nor its version. */
export async function storeKey(tx: Tx, key: StoredKey): Promise<void> {
  await on(tx)
    .updateTable('open311_server')
    .set({ api_key: key.stored })
    .where('territory_id', '=', key.territoryId)
    .where('organization_id', '=', key.organizationId)
    .execute();
}

/** Notes how the last call went. */
export async function noteHealth(
  tx: Tx,
  territoryId: string,
  organizationId: string,
  health: { failures: number; closed_until: Date | null },
): Promise<void> {
  await on(tx)
    .updateTable('open311_server')
    .set(health)
    .where('territory_id', '=', territoryId)
    .where('organization_id', '=', organizationId)
    .execute();
}

/** Adds a relay. @returns false when this request is on its way to this server already */
export async function insertRelay(tx: Tx, territoryId: string, relay: Relay): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('open311_relay')
    .values({
      territory_id: territoryId,
      id: relay.id,
      service_request_id: relay.serviceRequestId,
      organization_id: relay.organizationId,
      created_at: relay.createdAt,
      ...columnsOf(relay),
    })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'service_request_id', 'organization_id']).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findRelay(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Relay | undefined> {
  const row = await on(tx)
    .selectFrom('open311_relay')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Writes what became of it, unless someone else did meanwhile. @returns whether it was written */
export async function saveRelay(
  tx: Tx,
  territoryId: string,
  before: Relay,
  after: Relay,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('open311_relay')
    .set(columnsOf(after))
    .where('territory_id', '=', territoryId)
    .where('id', '=', after.id)
    .where('attempts', '=', before.attempts)
    .where('status', '=', before.status)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What is over there and not done with, of every territory. */
export async function listFollowed(
  tx: Tx,
  limit: number,
): Promise<{ territoryId: string; relay: Relay }[]> {
  const rows = await on(tx)
    .selectFrom('open311_relay')
    .selectAll()
    .where('status', '=', 'sent')
    .orderBy('territory_id')
    .orderBy('organization_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ territoryId: row.territory_id, relay: fromRow(row) }));
}

const columnsOf = (relay: Relay) => ({
  status: relay.status,
  their_id: relay.theirId,
  token: relay.token,
  their_status: relay.theirStatus,
  their_notes: relay.theirNotes,
  attempts: relay.attempts,
  last_error: relay.lastError,
});

function fromRow(row: Open311ClientTables['open311_relay']): Relay {
  return {
    id: row.id,
    serviceRequestId: row.service_request_id,
    organizationId: row.organization_id,
    status: row.status,
    theirId: row.their_id,
    token: row.token,
    theirStatus: row.their_status,
    theirNotes: row.their_notes,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
  };
}
