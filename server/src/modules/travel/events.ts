/** What this module tells. */
export const TRAVEL_EVENTS = { streetsImported: 'travel.streets-imported' } as const;
