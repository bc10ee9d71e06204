import { type Act, systemActor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { insertCompetences } from './competence-store.ts';
import type { Competence } from './model.ts';
import type { NewOrganization, Organization, Territory } from './organization.ts';
import { insertOrganizations } from './organization-store.ts';
import { insertTerritory } from './territory-store.ts';

export interface FoundTerritory {
  territory: Omit<Territory, 'id'> & { id?: string };
  organizations: (NewOrganization & { id: string })[];
  competences: Competence[];
}

/**
 * Founds a territory with its organizations and their first rules, whole or not at all.
 *
 * No one may act in a territory that does not exist: the program does, on the word of whoever
 * holds its command line.
 *
 * @returns the act under which its founder may go on
 */
export async function foundTerritory(platform: Platform, command: FoundTerritory): Promise<Act> {
  const id = command.territory.id ?? uuidv7(platform.clock);
  const act: Act = {
    territoryId: id,
    actor: systemActor('cantonnier init'),
    at: platform.clock.now(),
    requestId: uuidv7(platform.clock),
    language: 'fr',
  };
  await platform.perform(act, async (tx) => {
    const territory = { ...command.territory, id };
    await insertTerritory(tx, territory, uuidv7(platform.clock), act.at);
    await settle(platform, tx, act, command);
    await platform.events.publish(tx, act, {
      type: 'territory.founded',
      subject: id,
      organizationId: null,
      data: { name: territory.name, organizations: command.organizations.length },
    });
    return null;
  });
  return act;
}

async function settle(platform: Platform, tx: Tx, act: Act, command: FoundTerritory) {
  await insertOrganizations(tx, act.territoryId, command.organizations.map(complete));
  await insertCompetences(
    tx,
    act.territoryId,
    command.competences.map((rule) => ({ ...rule, id: uuidv7(platform.clock) })),
  );
}

/** What was not said of an organization is not known. */
export function complete(organization: NewOrganization & { id: string }): Organization {
  return {
    siren: null,
    population: null,
    email: null,
    phone: null,
    orientation: false,
    boundary: null,
    ...organization,
  };
}
