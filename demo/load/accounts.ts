import { createCrew } from '../../server/src/modules/organizations/index.ts';
import type { Act } from '../../server/src/platform/acts/index.ts';
import { createAccount, hashPassword } from '../../server/src/platform/auth/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import type { Demonstration, Role } from '../types.ts';

/** Of every account of the demonstration: printed at start, never used elsewhere. */
export const DEMONSTRATION_PASSWORD = 'lampadaire-2026';

/** What was created, by the ids of the demonstration. */
export interface LoadedAccounts {
  crews: Map<string, string>;
  staff: Colleague[];
}

/** Somebody who acts in the demonstration's last hours. */
export interface Colleague {
  accountId: string;
  name: string;
  role: Role;
  organizationId: string;
}

/** Creates the people and the crews that they work in. */
export async function createAccounts(
  platform: Platform,
  act: Act,
  { people, crews }: Demonstration,
  organizations: ReadonlyMap<string, string>,
): Promise<LoadedAccounts> {
  const organizationOf = (slug: string) => organizations.get(slug) as string;
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const accountOf = new Map<string, string>();
  const staff: Colleague[] = [];
  for (const { id, email, name, role, organization } of people) {
    const organizationId = organizationOf(organization);
    const grants = [{ organizationId, role }];
    const account = await createAccount(platform, act, { email, name, passwordHash, grants });
    accountOf.set(id, account.id);
    staff.push({ accountId: account.id, name, role, organizationId });
  }
  const created = new Map<string, string>();
  for (const { id, name, organization, skills, vehicle } of crews) {
    const members = people.filter((person) => person.crew === id);
    const crew = await createCrew(platform, act, {
      organizationId: organizationOf(organization),
      name,
      skills,
      vehicle,
      memberIds: members.map((member) => accountOf.get(member.id) as string),
    });
    created.set(id, crew.id);
  }
  return { crews: created, staff };
}
