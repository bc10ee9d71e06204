import { type Actor, holdsAnywhere } from '../../platform/acts/index.ts';

/** Those who send crews, or lead those who do. */
export function mayAskTravelTimes(actor: Actor): boolean {
  return (
    actor.kind === 'system' ||
    holdsAnywhere(actor, 'dispatcher', 'crew', 'director', 'administrator')
  );
}
