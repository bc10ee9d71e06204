import { type Actor, holds, organizationsOf } from '../../platform/acts/index.ts';

const READERS = ['director', 'elected', 'dispatcher', 'auditor'] as const;

/** Sees the figures of an organization. */
export function mayReadIndicators(actor: Actor, organizationId: string): boolean {
  return holds(actor, organizationId, ...READERS);
}

/** The organizations whose figures the actor sees. */
export function readableOrganizations(actor: Actor): string[] {
  return organizationsOf(actor, ...READERS);
}
