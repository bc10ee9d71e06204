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
import { codeOf, foundDemonstration } from './load/organizations.ts';
import { loadPostBox } from './load/post-box.ts';
import { loadStories } from './load/stories.ts';
import { METROPOLE } from './people/organizations.ts';
import { ownerOf } from './people/owners.ts';
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
  const took = stopwatch();
  const demonstration = generateDemonstration({ seed: SEED, today: platform.clock.now() });
  took('imagine');
  const { act, organizations } = await foundDemonstration(platform, demonstration);
  await importCatalogue(platform, act, {
    services: demonstration.catalogue.map((service) => ({ ...service, offered: true })),
  });
  await importReplyTemplates(platform, act, STARTER_TEMPLATES);
  took('found');
  const { addresses, landmarks } = demonstration;
  const features = withOwners(demonstration);
  // Neither needs the other: one is written while the other is being prepared.
  const [, { staff, requestIds }] = await Promise.all([
    importPlaces(platform, act, { source: 'demonstration', features, addresses, landmarks }),
    createAccounts(platform, act, demonstration, organizations).then(async (accounts) => ({
      staff: accounts.staff,
      requestIds: await loadHistory(platform, act, demonstration, { organizations, accounts }),
    })),
  ]);
  took('history and places');
  await loadStories(platform, act, demonstration, { requestIds, staff, organizations });
  const [desk] = staff;
  took('stories');
  if (desk) await loadPostBox(platform, act, demonstration, desk);
  platform.log.info({ milliseconds: took('post') }, 'the demonstration is loaded');
  return describe(demonstration);
}

/** Milliseconds of each step, as it ends: they show which one slows the first start. */
function stopwatch() {
  const steps: Record<string, number> = {};
  let last = performance.now();
  return (step: string) => {
    const now = performance.now();
    steps[step] = Math.round(now - last);
    last = now;
    return steps;
  };
}

/** Whose the roads and the parks are, by the code that the register knows. */
function withOwners(demonstration: Demonstration) {
  const codes = new Map(
    demonstration.organizations.map((one) => [one.slug, codeOf(demonstration, one)]),
  );
  return demonstration.features.map((feature) => {
    const owner = ownerOf(feature, feature, feature.communeCode);
    return owner ? { ...feature, ownerCode: codes.get(owner) ?? owner } : feature;
  });
}

/** One account of each role, the first of the list, and who orients what nobody is sure of. */
function describe({ territory, people, requests }: Demonstration): string {
  const firsts = new Map<string, Person>();
  for (const person of people) {
    const { role, organization } = person;
    const orients = role === 'dispatcher' && organization === METROPOLE;
    const key = orients ? 'orientation' : role;
    if (!firsts.has(key)) firsts.set(key, person);
  }
  const lines = [...firsts.values()].map(
    ({ email, jobTitle, name }) => `  ${email.padEnd(44)} ${name}, ${jobTitle}`,
  );
  return [
    `${territory.name} (territoire fictif) : ${requests.length} demandes sur deux ans.`,
    `Comptes de démonstration, mot de passe « ${DEMONSTRATION_PASSWORD} » :`,
    ...lines,
  ].join('\n');
}
