import { importPlaces } from '../server/src/modules/places/index.ts';
import {
  importReplyTemplates,
  STARTER_TEMPLATES,
} from '../server/src/modules/reply-templates/index.ts';
import { importCatalogue } from '../server/src/modules/service-requests/index.ts';
import type { Platform } from '../server/src/platform/platform.ts';
import { generateDemonstration } from './generate.ts';
import { createAccounts, DEMONSTRATION_PASSWORD } from './load/accounts.ts';
import { loadHistory } from './load/history.ts';
import { foundDemonstration } from './load/organizations.ts';
import type { Demonstration, Person } from './types.ts';

/** The same town for everyone; another seed makes another one. */
export const SEED = 2026;

/**
 * Loads the demonstration territory as real data would be: through the modules' own use cases and
 * bulk imports, under a `system` act.
 *
 * @returns what to tell whoever started the program: the accounts to try
 */
export async function loadDemonstration(platform: Platform): Promise<string> {
  const demonstration = generateDemonstration({ seed: SEED, today: platform.clock.now() });
  const { act, organizations } = await foundDemonstration(platform, demonstration);
  await importCatalogue(platform, act, {
    services: demonstration.catalogue.map((service) => ({ ...service, offered: true })),
  });
  await importReplyTemplates(platform, act, STARTER_TEMPLATES);
  const { features, addresses, landmarks } = demonstration;
  // Neither needs the other: one is written while the other is being prepared.
  await Promise.all([
    importPlaces(platform, act, { source: 'demonstration', features, addresses, landmarks }),
    createAccounts(platform, act, demonstration, organizations).then((accounts) =>
      loadHistory(platform, act, demonstration, { organizations, accounts }),
    ),
  ]);
  return describe(demonstration);
}

/** One account of each role, the first of the list. */
function describe({ territory, people, requests }: Demonstration): string {
  const firsts = new Map<Person['role'], Person>();
  for (const person of people) if (!firsts.has(person.role)) firsts.set(person.role, person);
  const lines = [...firsts.values()].map(
    ({ email, jobTitle, name }) => `  ${email.padEnd(44)} ${name}, ${jobTitle}`,
  );
  return [
    `${territory.name} (territoire fictif) : ${requests.length} demandes sur deux ans.`,
    `Comptes de démonstration, mot de passe « ${DEMONSTRATION_PASSWORD} » :`,
    ...lines,
  ].join('\n');
}
