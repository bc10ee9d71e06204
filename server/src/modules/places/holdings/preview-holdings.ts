import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { HoldingFacts, HoldingKind, StoredHolding } from './holding.ts';
import { type HoldingChange, type HoldingCounts, planImport } from './plan-import.ts';

/** A screen shows no more; the counts are whole. */
const MOST_SHOWN = 200;

type Said = HoldingFacts & { ownerName: string | null };

export interface HoldingsPreview extends HoldingCounts {
  communeNames: string[];
  /** What is taken away first, then what changes, then what is new. */
  changes: {
    kind: HoldingKind;
    name: string;
    communeName: string;
    before: Said | null;
    after: Said | null;
  }[];
  /** Changes that are not in the list. */
  others: number;
}

/**
 * What a file of streets and assets would change, without changing anything.
 *
 * @throws Problem as `importHoldings`
 */
export async function previewHoldings(
  platform: Platform,
  act: Act,
  text: string,
): Promise<HoldingsPreview> {
  const { counts, changes, communeCodes, organizations } = await planImport(
    platform,
    platform.db.read,
    act,
    text,
  );
  const names = new Map(organizations.map(({ code, name }) => [code, name] as const));
  const nameOf = (code: string) => names.get(code) ?? code;
  const said = (one: StoredHolding | null): Said | null => {
    if (!one) return null;
    const { roadClass, roadNumber, builtUp, ownerCode } = one;
    return { roadClass, roadNumber, builtUp, ownerCode, ownerName: ownerCode && nameOf(ownerCode) };
  };
  const shown = changes.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_SHOWN);
  return {
    ...counts,
    communeNames: communeCodes.map(nameOf).toSorted((a, b) => a.localeCompare(b, 'fr')),
    changes: shown.map(({ before, after }) => {
      const { kind, name, communeCode } = (after ?? before) as StoredHolding;
      return {
        kind,
        name,
        communeName: nameOf(communeCode),
        before: said(before),
        after: said(after),
      };
    }),
    others: changes.length - shown.length,
  };
}

/** What is taken away is what nobody meant. */
function rankOf({ before, after }: HoldingChange): number {
  if (!after) return 0;
  return before ? 1 : 2;
}
