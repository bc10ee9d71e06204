/**
 * How a request that we pass to another server is recognised if it ever comes back to us.
 *
 * GeoReport v2 has no field for the sender's own number; what everyone keeps is the description.
 */
const REFERENCE = /\bcantonnier:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g;

/** A request may pass through so many servers, no more: A → B → C → A is a loop, A → … → Z too. */
export const MOST_REFERENCES = 5;

/** The line to add to what is passed on. */
export function referenceTo(requestId: string): string {
  return `Référence : cantonnier:${requestId}`;
}

/** Ids of the requests, of whatever server, that a description refers to; each once. */
export function referencesIn(description: string): string[] {
  return [...new Set([...description.matchAll(REFERENCE)].map(([, id]) => id as string))];
}
