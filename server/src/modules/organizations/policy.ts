import { type Actor, holds } from '../../platform/acts/index.ts';
import type { OrganizationKind } from './model.ts';

/** Changes the territory's own directory: administrators of the EPCI that leads it, or of its only commune. */
export function mayAdministerTerritory(
  actor: Actor,
  organizations: readonly { id: string; kind: OrganizationKind }[],
): boolean {
  if (actor.kind === 'system') return true;
  const groupings = organizations.filter(({ kind }) => kind === 'epci');
  const communes = organizations.filter(({ kind }) => kind === 'commune');
  const leaders = communes.length === 1 ? [...groupings, ...communes] : groupings;
  return leaders.some(({ id }) => holds(actor, id, 'administrator'));
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
