import type { Tx } from '../../../platform/db/index.ts';
import { cutPage, decodeCursor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organizationsById } from '../../organizations/index.ts';
import type { StoredHolding } from './holding.ts';
import { pageOfHoldings } from './store.ts';

export interface FindHoldings {
  /** Part of a name; slips of accents and abbreviations do not matter. */
  text: string;
  cursor: string | undefined;
  limit: number;
}

/** What the town says of its streets and assets, by name, a page at a time. */
export async function findHoldings(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  { text, cursor, limit }: FindHoldings,
) {
  const byId = await organizationsById(platform, tx, territoryId);
  const names = new Map([...byId.values()].map(({ code, name }) => [code, name] as const));
  const after = decodeCursor(cursor, 2) as [string, string] | undefined;
  const rows = await pageOfHoldings(tx, territoryId, { text, after, limit: limit + 1 });
  return cutPage(
    rows,
    limit,
    ({ geometry, changedAt, ...holding }: StoredHolding) => ({
      ...holding,
      communeName: names.get(holding.communeCode) ?? holding.communeCode,
      ownerName: holding.ownerCode && (names.get(holding.ownerCode) ?? holding.ownerCode),
      placed: geometry !== null,
      changedAt: changedAt.toISOString(),
    }),
    ({ name, id }) => [name, id],
  );
}
