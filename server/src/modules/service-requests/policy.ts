import {
  type Actor,
  holds,
  holdsAnywhere,
  organizationsOf,
  type Role,
} from '../../platform/acts/index.ts';
import { type Field, type Right, relatedIds, rightsOf, speaksFor } from './hand-over/policy.ts';
import {
  type Assignment,
  allowedCommands,
  type Channel,
  type Command,
  type Status,
} from './model.ts';
import type { ServiceRequest } from './service-request.ts';

/**
 * Who may do what, by default nothing.
 *
 * One rule for all: **the people of an organization deal with the requests that are theirs, and
 * keep an eye on those that they handed over.** A request that nobody has is everybody's: each
 * desk, dispatcher and director of the territory sees it and may hand it to whom it belongs.
 */
export interface Governed {
  organizationId: string | null;
  formerOrganizationIds: readonly string[];
  orientingOrganizationId: string | null;
  concernedOrganizationIds: readonly string[];
  assignment: Assignment;
  contested: boolean;
  status: Status;
  hasWorkOrder: boolean;
  /** Joined to another request. */
  isMerged: boolean;
}

/** What the rules need to know of a request. */
export function governed(
  request: Pick<
    ServiceRequest,
    | 'organizationId'
    | 'formerOrganizationIds'
    | 'handOver'
    | 'assignment'
    | 'status'
    | 'workOrder'
    | 'mergedIntoId'
  >,
): Governed {
  return {
    organizationId: request.organizationId,
    formerOrganizationIds: request.formerOrganizationIds,
    orientingOrganizationId: request.handOver.orientingOrganizationId,
    concernedOrganizationIds: request.handOver.concernedOrganizationIds,
    assignment: request.assignment,
    contested: request.handOver.contested,
    status: request.status,
    hasWorkOrder: request.workOrder !== null,
    isMerged: request.mergedIntoId !== null,
  };
}

/** Who answers residents: the front line. */
export const HANDLERS = ['desk', 'dispatcher', 'director'] as const satisfies Role[];
const READERS = [...HANDLERS, 'expert', 'elected', 'auditor'] as const satisfies Role[];

/** Roles that may give each command, in the organization that has the request. */
const COMMAND_ROLES: Record<Command, readonly Role[]> = {
  triage: ['dispatcher', 'director'],
  answer: HANDLERS,
  complete: ['dispatcher', 'director'],
  ask: HANDLERS,
  reject: ['dispatcher', 'director'],
  accept: HANDLERS,
  refuse: HANDLERS,
  correct: HANDLERS,
  transfer: HANDLERS,
  reopen: ['dispatcher', 'director'],
  comment: [...HANDLERS, 'expert'],
  moderate: HANDLERS,
  merge: HANDLERS,
  unmerge: HANDLERS,
};

/**
 * A resident reports by the web, another program by Open311 with its key; a person of the town also
 * for one who called, wrote or came.
 */
export function maySubmit(actor: Actor, channel: Channel): boolean {
  if (channel === 'web' || actor.kind === 'system') return true;
  // The same queue as everyone's: the origin is seen, and weighs nothing.
  if (channel === 'elected' && holdsAnywhere(actor, 'elected')) return true;
  if (channel === 'open311') return actor.scopes.includes('open311:write');
  return holdsAnywhere(actor, ...HANDLERS);
}

/** Sees the request and its story, without who reported it. */
export function mayRead(actor: Actor, request: Governed): boolean {
  const { organizationId } = request;
  if (organizationId === null) return holdsAnywhere(actor, ...HANDLERS);
  return (
    relatedIds(request).some((id) => holds(actor, id, ...READERS)) ||
    (request.hasWorkOrder && holds(actor, organizationId, 'crew'))
  );
}

/**
 * For which organizations a program reads what is not public, whole: the one whose key it holds if
 * the key may report, those where it has a role. Of any other organization it reads what all read.
 */
export function readsWholeFor(actor: Actor): string[] {
  const { organizationId, scopes } = actor;
  const own = organizationId && scopes.includes('open311:write') ? [organizationId] : [];
  return [...new Set([...own, ...organizationsOf(actor, ...READERS)])];
}

/** Sees who reported it: those who may have to call back, in the organization that has it now. */
export function mayReadContact(actor: Actor, request: Governed): boolean {
  return isHeldBy(actor, request, HANDLERS);
}

/** May ask what the person on the telephone reported before. */
export const mayAnswerCalls = (actor: Actor): boolean => holdsAnywhere(actor, ...HANDLERS);

/** Is told that a caller reported it: those who see the contact, and those who saw it before. */
export function mayRecognizeCaller(actor: Actor, request: Governed): boolean {
  return (
    mayReadContact(actor, request) ||
    request.formerOrganizationIds.some((id) => holds(actor, id, ...HANDLERS))
  );
}

/** What may be done to a request that nobody has. */
const OF_NOBODY: readonly Command[] = [
  'transfer',
  'correct',
  'comment',
  'merge',
  'unmerge',
  'moderate',
];

export function mayCommand(actor: Actor, request: Governed, command: Command): boolean {
  if (request.organizationId === null && !OF_NOBODY.includes(command)) return false;
  // All who share the file may write a note in it.
  if (command === 'comment' && speaksFor(actor, request, COMMAND_ROLES.comment).length > 0) {
    return true;
  }
  return isHeldBy(actor, request, COMMAND_ROLES[command]);
}

/** What this actor may do to this request now: the buttons of a screen. */
export function allowed(actor: Actor, request: Governed): Command[] {
  return allowedCommands(request.status, request.isMerged).filter(
    (command) => mayCommand(actor, request, command) && hasPlace(request, command),
  );
}

/** Whether the question that a command answers is open at all. */
export function hasPlace({ assignment, contested }: Governed, command: Command): boolean {
  if (command === 'accept') return assignment === 'unclear';
  return command !== 'refuse' || !contested;
}

/** Gives a request again to who refused it or had it: whoever orients, or who has it if nobody does. */
export function mayInsist(actor: Actor, request: Governed): boolean {
  const { orientingOrganizationId } = request;
  return orientingOrganizationId === null
    ? isHeldBy(actor, request, HANDLERS)
    : holds(actor, orientingOrganizationId, ...HANDLERS);
}

/** What this person may do with each part of the file that organizations share. */
export function fieldRights(actor: Actor, request: Governed): Record<Field, Right> {
  const rights = rightsOf(actor, request, READERS);
  return mayReadContact(actor, request) ? rights : { ...rights, contact: 'none' };
}

/** The organizations whose internal notes this person reads: their own, at work on the file. */
export function readsNotesOf(actor: Actor): string[] {
  return organizationsOf(actor, ...READERS, 'crew');
}

/** For which organization this person writes on the file. */
export function writesFor(actor: Actor, request: Governed): string | null {
  return speaksFor(actor, request, COMMAND_ROLES.comment)[0] ?? organizationsOf(actor)[0] ?? null;
}

/** The organization that keeps what an agent writes down, wherever it lies; not for residents. */
export function registrarOf(actor: Actor, channel: Channel): string | null {
  if (actor.kind !== 'account' || channel === 'web' || channel === 'open311') return null;
  return organizationsOf(actor, ...HANDLERS)[0] ?? null;
}

/** Lists requests at all. */
export function mayList(actor: Actor): boolean {
  return holdsAnywhere(actor, ...READERS, 'crew');
}

/** Says what the town promises, and when it works. */
export function mayKeepCommitments(actor: Actor): boolean {
  return actor.kind === 'system' || holdsAnywhere(actor, 'administrator');
}

export function mayImport(actor: Actor): boolean {
  return actor.kind === 'system' || holdsAnywhere(actor, 'administrator');
}

/** Whose requests the lists of this actor may show. */
export interface Scope {
  /** All the requests of these organizations. */
  organizationIds: string[];
  /** Of these, only those that have a work order: the crews' view. */
  workOnlyIds: string[];
  /** Also the requests that nobody has. */
  unassigned: boolean;
}

export function scopeOf(actor: Actor): Scope {
  const organizationIds = organizationsOf(actor, ...READERS);
  return {
    organizationIds,
    workOnlyIds: organizationsOf(actor, 'crew').filter((id) => !organizationIds.includes(id)),
    unassigned: holdsAnywhere(actor, ...HANDLERS),
  };
}

function isHeldBy(actor: Actor, request: Governed, roles: readonly Role[]): boolean {
  return request.organizationId === null
    ? holdsAnywhere(actor, ...roles)
    : holds(actor, request.organizationId, ...roles);
}
