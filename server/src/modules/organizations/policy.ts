import { type Actor, holds, type Role } from '../../platform/acts/index.ts';
import type { OrganizationKind } from './model.ts';

/** Changes the territory's own directory: administrators of the EPCI that leads it, or of its only commune. */
export function mayAdministerTerritory(
  actor: Actor,
  organizations: readonly { id: string; kind: OrganizationKind }[],
): boolean {
  return actor.kind === 'system' || leadsAs(actor, organizations, 'administrator');
}

/**
 * Verifies for the whole territory, and answers those whose data it holds: the auditors of whoever
 * administers it. A data protection officer decides nothing of how it is run (GDPR article 38).
 */
export function mayAuditTerritory(
  actor: Actor,
  organizations: readonly { id: string; kind: OrganizationKind }[],
): boolean {
  return leadsAs(actor, organizations, 'auditor');
}

/** Holds the role in whoever leads the territory: its EPCI or, of a town alone, the town. */
function leadsAs(
  actor: Actor,
  organizations: readonly { id: string; kind: OrganizationKind }[],
  role: Role,
): boolean {
  const groupings = organizations.filter(({ kind }) => kind === 'epci');
  const communes = organizations.filter(({ kind }) => kind === 'commune');
  const leaders = communes.length === 1 ? [...groupings, ...communes] : groupings;
  return leaders.some(({ id }) => holds(actor, id, role));
}

/** Changes what one organization does and with whom: its own administrators, or the territory's. */
export function mayAdministerOrganization(
  actor: Actor,
  organizationId: string,
  organizations: readonly { id: string; kind: OrganizationKind }[],
): boolean {
  return (
    holds(actor, organizationId, 'administrator') || mayAdministerTerritory(actor, organizations)
  );
}
