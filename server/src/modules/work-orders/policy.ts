import { type Actor, holds } from '../../platform/acts/index.ts';
import { type Command, possible, type Status } from './model.ts';

/** What the rules need to know of a work order. */
export interface Governed {
  organizationId: string;
  crewId: string;
  status: Status;
}

/** Plans, moves and cancels the work of the organization's crews. */
export function mayPlan(actor: Actor, organizationId: string): boolean {
  return holds(actor, organizationId, 'dispatcher', 'director');
}

/**
 * Starts and ends the work: the crew itself, or whoever answers its call when it has no phone.
 *
 * @param crewIds - crews of which the actor is a member or the leader
 */
export function mayCarryOut(actor: Actor, crewIds: readonly string[], order: Governed): boolean {
  return crewIds.includes(order.crewId) || mayPlan(actor, order.organizationId);
}

/** Sees the work of an organization: whoever works there. */
export function mayRead(actor: Actor, crewIds: readonly string[], order: Governed): boolean {
  return crewIds.includes(order.crewId) || mayReadOrganization(actor, order.organizationId);
}

/** Sees all work of the organization; a crew sees its own only. */
export function mayReadOrganization(actor: Actor, organizationId: string): boolean {
  return holds(actor, organizationId, ...READERS);
}

/** Roles that see all the work of their organization. */
export const READERS = ['desk', 'dispatcher', 'expert', 'elected', 'director', 'auditor'] as const;

/** What this actor may do to this work order now: the buttons of a screen. */
export function allowed(actor: Actor, crewIds: readonly string[], order: Governed): Command[] {
  const planner = mayPlan(actor, order.organizationId);
  const worker = mayCarryOut(actor, crewIds, order);
  return possible(order.status).filter((command) =>
    command === 'reschedule' || command === 'cancel' ? planner : worker,
  );
}
