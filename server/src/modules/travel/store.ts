import type { Tx } from '../../platform/db/index.ts';
import { tables } from '../../platform/db/index.ts';
import type { VehicleClass } from './model.ts';
import type { TravelTables } from './tables.ts';

const on = tables<TravelTables>();

/** What is said of a network without reading its streets. */
export interface NetworkSummary {
  id: string;
  importedAt: Date;
  source: string;
  junctions: number;
  segments: number;
}

/** The network that is driven on: the newest. */
export async function findNetwork(
  tx: Tx,
  territoryId: string,
): Promise<NetworkSummary | undefined> {
  const row = await on(tx)
    .selectFrom('street_network')
    .select(['id', 'imported_at', 'source', 'junctions', 'segments'])
    .where('territory_id', '=', territoryId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      importedAt: row.imported_at,
      source: row.source,
      junctions: row.junctions,
      segments: row.segments,
    }
  );
}

/** A network and its shortcuts for one class of vehicle, as bytes. */
export async function readStreets(
  tx: Tx,
  territoryId: string,
  networkId: string,
  vehicle: VehicleClass,
): Promise<{ network: Buffer; hierarchy: Buffer } | undefined> {
  return on(tx)
    .selectFrom('street_network as n')
    .innerJoin('street_hierarchy as h', (join) =>
      join
        .onRef('h.territory_id', '=', 'n.territory_id')
        .onRef('h.network_id', '=', 'n.id')
        .on('h.vehicle', '=', vehicle),
    )
    .select(['n.network', 'h.hierarchy'])
    .where('n.territory_id', '=', territoryId)
    .where('n.id', '=', networkId)
    .executeTakeFirst();
}

/** Puts a network in the place of those before it. */
export async function replaceNetwork(
  tx: Tx,
  territoryId: string,
  {
    importedAt,
    network,
    hierarchies,
    ...summary
  }: NetworkSummary & {
    network: Uint8Array;
    hierarchies: ReadonlyMap<VehicleClass, Uint8Array>;
  },
): Promise<void> {
  await on(tx).deleteFrom('street_network').where('territory_id', '=', territoryId).execute();
  await on(tx)
    .insertInto('street_network')
    .values({
      territory_id: territoryId,
      imported_at: importedAt,
      network: Buffer.from(network),
      ...summary,
    })
    .execute();
  for (const [vehicle, hierarchy] of hierarchies) {
    await on(tx)
      .insertInto('street_hierarchy')
      .values({
        territory_id: territoryId,
        network_id: summary.id,
        vehicle,
        hierarchy: Buffer.from(hierarchy),
      })
      .execute();
  }
}
