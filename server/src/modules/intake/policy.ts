import { type Actor, holdsAnywhere, type Role } from '../../platform/acts/index.ts';

/** Those who answer residents: what arrives has no owner yet, so that all of them may sort it. */
const SORTERS = ['desk', 'dispatcher', 'director'] as const satisfies Role[];

/** Reads what arrived and decides what the program left to a person. */
export function maySort(actor: Actor): boolean {
  return holdsAnywhere(actor, ...SORTERS);
}

/** Hands in text messages: the gateway, with its token. */
export function mayHandInSms(actor: Actor): boolean {
  return actor.scopes.includes('intake:sms');
}

/** Hands in what was said on a network: a partner's program with its token. */
export function mayHandInSocial(actor: Actor): boolean {
  return actor.scopes.includes('intake:social');
}
