/** What a person may be in an organization; given per organization, never globally. */
export const ROLES = [
  'desk',
  'dispatcher',
  'crew',
  'expert',
  'elected',
  'director',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** A role held in one organization. */
export interface Grant {
  organizationId: string;
  role: Role;
}

/** Who acts: a resident without account, an account, a program with a token, or ourselves. */
export interface Actor {
  kind: 'anonymous' | 'account' | 'token' | 'system';
  id: string | null;
  name: string;
  grants: Grant[];
  /** Of an API token, e.g. `open311:write`; empty for people. */
  scopes: string[];
  /** Whose key it is; of an API token only. */
  organizationId?: string;
}

/** The circumstances of one act: what a use case needs to know beside the command itself. */
export interface Act {
  territoryId: string;
  actor: Actor;
  at: Date;
  requestId: string;
  language: 'fr' | 'en';
  /** From `Idempotency-Key`: the same key and the same words give the same answer, once. */
  idempotency?: { key: string; fingerprint: string };
  /** From `If-Match`: the version that the author saw. */
  expectedVersion?: number;
}

export const ANONYMOUS: Actor = {
  kind: 'anonymous',
  id: null,
  name: 'anonymous',
  grants: [],
  scopes: [],
};

/** The program itself, acting under the name of one of its parts. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: null, name, grants: [], scopes: [] };
}

/** Whether the actor holds one of the roles in the organization. */
export function holds(actor: Actor, organizationId: string | null, ...roles: Role[]): boolean {
  return actor.grants.some(
    (grant) => grant.organizationId === organizationId && roles.includes(grant.role),
  );
}

/** Whether the actor holds one of the roles in any organization of the territory. */
export function holdsAnywhere(actor: Actor, ...roles: Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role));
}

/** The organizations in which the actor holds one of the roles. */
export function organizationsOf(actor: Actor, ...roles: Role[]): string[] {
  return [
    ...new Set(
      actor.grants.filter((grant) => roles.includes(grant.role)).map((g) => g.organizationId),
    ),
  ];
}
