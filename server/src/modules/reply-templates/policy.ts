import {
  type Actor,
  holds,
  holdsAnywhere,
  organizationsOf,
  type Role,
} from '../../platform/acts/index.ts';
import type { Status } from './model.ts';

/** Whose a template is: an organization's, or everybody's. */
export interface Governed {
  organizationId: string | null;
  status: Status;
}

const ANSWERERS = ['desk', 'dispatcher', 'director'] as const satisfies Role[];
const WRITERS = [...ANSWERERS, 'expert', 'administrator'] as const satisfies Role[];
const READERS = [...WRITERS, 'auditor'] as const satisfies Role[];
const PUBLISHERS = ['director', 'administrator'] as const satisfies Role[];

/** The organizations whose templates the actor reads; the shared ones are anyone's of these. */
export const readableOrganizations = (actor: Actor): string[] => organizationsOf(actor, ...READERS);

export function mayList(actor: Actor): boolean {
  return holdsAnywhere(actor, ...READERS);
}

export function mayRead(actor: Actor, { organizationId, status }: Governed): boolean {
  if (status !== 'draft') return within(actor, organizationId, READERS);
  return within(actor, organizationId, [...WRITERS, 'auditor']);
}

/** Proposes and corrects drafts: whoever answers residents knows what they ask. */
export function mayDraft(actor: Actor, organizationId: string | null): boolean {
  return within(actor, organizationId, WRITERS);
}

/** Decides what the town answers: publishes, changes what is published, withdraws it. */
export function mayPublish(actor: Actor, organizationId: string | null): boolean {
  return actor.kind === 'system' || within(actor, organizationId, PUBLISHERS);
}

/** Whether the actor may bring a template from its status to another (or leave it there). */
export function mayWrite(actor: Actor, { organizationId, status }: Governed, to: Status): boolean {
  const isPrivate = status === 'draft' && to === 'draft';
  return isPrivate ? mayDraft(actor, organizationId) : mayPublish(actor, organizationId);
}

function within(actor: Actor, organizationId: string | null, roles: readonly Role[]): boolean {
  return organizationId === null
    ? holdsAnywhere(actor, ...roles)
    : holds(actor, organizationId, ...roles);
}
