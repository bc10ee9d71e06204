import { type Actor, holdsAnywhere, type Role } from '../acts/index.ts';
import { commonProblems, ensure } from '../problem/index.ts';

/** @throws Problem `unauthenticated` (401), `forbidden` (403) to whoever holds none of the roles */
export function mustHold(actor: Actor, ...roles: Role[]): void {
  ensure(actor.kind !== 'anonymous', commonProblems.unauthenticated);
  ensure(holdsAnywhere(actor, ...roles));
}
