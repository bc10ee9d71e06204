import { type Actor, holds, type Role } from '../../../platform/acts/index.ts';

/** What an organization is to a request: who has it, who orients it, who had it, who acts beside. */
export type Relation = 'holder' | 'orienting' | 'former' | 'concerned';

/** The parts of the one file that organizations share. */
export const FIELDS = [
  'report',
  'assignment',
  'triage',
  'work',
  'contact',
  'words-to-resident',
  'shared-notes',
  'own-notes',
] as const;
export type Field = (typeof FIELDS)[number];

/** Each right contains those before it. */
export const RIGHTS = ['none', 'read', 'comment', 'write'] as const;
export type Right = (typeof RIGHTS)[number];

/**
 * Rights by field on one file shared by a métropole and its communes.
 *
 * Everybody concerned reads the same story. Who reported is for those who may have to call back.
 * An internal note stays in the organization that wrote it, unless its author shares it.
 */
export const FIELD_RIGHTS: Record<Relation, Record<Field, Right>> = {
  holder: {
    report: 'write',
    assignment: 'write',
    triage: 'write',
    work: 'write',
    contact: 'write',
    'words-to-resident': 'write',
    'shared-notes': 'write',
    'own-notes': 'write',
  },
  orienting: {
    report: 'read',
    assignment: 'comment',
    triage: 'read',
    work: 'read',
    contact: 'none',
    'words-to-resident': 'read',
    'shared-notes': 'write',
    'own-notes': 'write',
  },
  former: {
    report: 'read',
    assignment: 'comment',
    triage: 'read',
    work: 'read',
    contact: 'none',
    'words-to-resident': 'read',
    'shared-notes': 'write',
    'own-notes': 'write',
  },
  concerned: {
    report: 'read',
    assignment: 'comment',
    triage: 'read',
    work: 'read',
    contact: 'none',
    'words-to-resident': 'read',
    'shared-notes': 'write',
    'own-notes': 'write',
  },
};

/** Who is what to a request. */
export interface Related {
  organizationId: string | null;
  formerOrganizationIds: readonly string[];
  orientingOrganizationId: string | null;
  concernedOrganizationIds: readonly string[];
}

/** What an organization is to a request; undefined when it has nothing to do with it. */
export function relationOf(request: Related, organizationId: string): Relation | undefined {
  if (request.organizationId === organizationId) return 'holder';
  if (request.orientingOrganizationId === organizationId) return 'orienting';
  if (request.formerOrganizationIds.includes(organizationId)) return 'former';
  return request.concernedOrganizationIds.includes(organizationId) ? 'concerned' : undefined;
}

/** The organizations that share the file, the one that has it first. */
export function relatedIds(request: Related): string[] {
  const all = [
    request.organizationId,
    request.orientingOrganizationId,
    ...request.formerOrganizationIds,
    ...request.concernedOrganizationIds,
  ];
  return [...new Set(all.filter((id) => id !== null))];
}

/** For whom of their organizations this person reads or writes on the file, the nearest first. */
export function speaksFor(actor: Actor, request: Related, roles: readonly Role[]): string[] {
  return relatedIds(request).filter((id) => holds(actor, id, ...roles));
}

/** What this person's organizations may do with each field: the widest right of each. */
export function rightsOf(
  actor: Actor,
  request: Related,
  roles: readonly Role[],
): Record<Field, Right> {
  const relations =
    request.organizationId === null && actor.grants.some(({ role }) => roles.includes(role))
      ? (['holder'] as const)
      : speaksFor(actor, request, roles).flatMap((id) => relationOf(request, id) ?? []);
  const widest = (field: Field) =>
    relations
      .map((relation) => FIELD_RIGHTS[relation][field])
      .reduce<Right>((a, b) => (RIGHTS.indexOf(b) > RIGHTS.indexOf(a) ? b : a), 'none');
  return Object.fromEntries(FIELDS.map((field) => [field, widest(field)])) as Record<Field, Right>;
}
