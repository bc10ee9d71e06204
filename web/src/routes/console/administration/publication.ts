import type { PublicSetting } from '../api/views.ts';

/** A service that is shown otherwise than the others. */
export interface Exception {
  code: string;
  shown: boolean;
  /** Null: as the others. */
  days: number | null;
}

/** What a person may change: only services that are in the catalogue. */
export function exceptionsOf(
  services: PublicSetting['services'],
  known: ReadonlySet<string>,
): Exception[] {
  return Object.entries(services)
    .filter(([code]) => known.has(code))
    .map(([code, { shown, daysAfterClosing }]) => ({ code, shown, days: daysAfterClosing }));
}

/** The setting with these exceptions; what was decided of other services stays. */
export function servicesWith(
  before: PublicSetting['services'],
  known: ReadonlySet<string>,
  exceptions: readonly Exception[],
): PublicSetting['services'] {
  const others = Object.entries(before).filter(([code]) => !known.has(code));
  const own = exceptions.map(
    ({ code, shown, days }): PublicEntry => [
      code,
      { shown, daysAfterClosing: shown ? days : null },
    ],
  );
  return Object.fromEntries([...others, ...own]);
}

type PublicEntry = [string, PublicSetting['services'][string]];
