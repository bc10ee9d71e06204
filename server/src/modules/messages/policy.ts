import { type Actor, holds, holdsAnywhere } from '../../platform/acts/index.ts';

/** Sees what a resident was written: those who may have to call back, and the auditor. */
export function mayReadMessages(actor: Actor, organizationId: string | null): boolean {
  return organizationId === null
    ? holdsAnywhere(actor, ...READERS)
    : holds(actor, organizationId, ...READERS);
}

const READERS = ['desk', 'dispatcher', 'director', 'auditor'] as const;

/** Prints letters: those who answer residents, in the organization that writes. */
export function mayPrint(actor: Actor, organizationId: string | null): boolean {
  return organizationId !== null && holds(actor, organizationId, ...PRINTERS);
}

export const PRINTERS = ['desk', 'dispatcher', 'director'] as const;
