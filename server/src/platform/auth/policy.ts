import { type Actor, type Grant, holds } from '../acts/index.ts';

/** Accounts and tokens of an organization are its administrators' business, and only theirs. */
export function mayAdminister(actor: Actor, organizationId: string): boolean {
  return actor.kind === 'system' || holds(actor, organizationId, 'administrator');
}

/** Nobody hands out a role in an organization that they do not administer. */
export function mayGrant(actor: Actor, grants: Grant[]): boolean {
  return grants.every(({ organizationId }) => mayAdminister(actor, organizationId));
}
