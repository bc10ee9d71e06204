import { foundTerritory } from '../../server/src/modules/organizations/index.ts';
import type { Act } from '../../server/src/platform/acts/index.ts';
import { bboxOf } from '../../server/src/platform/geo/index.ts';
import { uuidv7 } from '../../server/src/platform/ids/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import type { Competence, Demonstration } from '../types.ts';

/** Year and source of figures that nobody ever counted. */
const COUNT = { year: 2026, source: 'fiction' };

/** Founds the territory with its organizations and their rules. @returns their ids by slug */
export async function foundDemonstration(
  platform: Platform,
  demonstration: Demonstration,
): Promise<{ act: Act; organizations: Map<string, string> }> {
  const { territory, organizations } = demonstration;
  const ids = new Map(organizations.map(({ slug }) => [slug, uuidv7(platform.clock)]));
  const [long, lat] = centreOf(demonstration);
  const communes = new Map(territory.communes.map((commune) => [commune.name, commune]));
  const metropole = organizations.find(({ kind }) => kind === 'epci');
  const act = await foundTerritory(platform, {
    territory: {
      slug: territory.slug,
      name: territory.name,
      center: { lat, long },
      bounds: bboxOf(territory.boundary),
      contact: {
        phone: metropole?.phone ?? null,
        email: metropole?.email ?? null,
        address: null,
      },
      demonstration: true,
      hostnames: [],
    },
    organizations: organizations.map((organization) => {
      const { slug, kind, name, email, phone, area } = organization;
      const commune =
        kind === 'commune' ? communes.get(communeName(demonstration, slug)) : undefined;
      return {
        id: ids.get(slug) as string,
        kind,
        // As the register names it: what residents call it.
        name: commune?.name ?? name,
        code: codeOf(demonstration, organization),
        email,
        phone,
        population: commune ? { count: commune.population, ...COUNT } : null,
        orientation: kind === 'epci',
        boundary: area,
      };
    }),
    competences: demonstration.competences.flatMap((rule) => toRules(rule, demonstration, ids)),
  });
  return { act, organizations: ids };
}

/** The map opens on the square of the largest commune. */
function centreOf({ territory }: Demonstration): [number, number] {
  const [largest] = territory.communes.toSorted((a, b) => b.population - a.population);
  return largest?.centre.coordinates as [number, number];
}

function communeName({ territory, organizations }: Demonstration, slug: string): string {
  const organization = organizations.find((candidate) => candidate.slug === slug);
  const [code] = organization?.communeCodes ?? [];
  return territory.communes.find((commune) => commune.code === code)?.name ?? '';
}

/** A commune's INSEE code, the département's number, and numbers that no SIREN can have. */
export function codeOf(
  { territory, organizations }: Demonstration,
  organization: Demonstration['organizations'][number],
): string {
  if (organization.kind === 'commune') return organization.communeCodes[0] as string;
  if (organization.kind === 'departement') return territory.departement.code;
  return `99000000${organizations.indexOf(organization)}`;
}

/** One rule of ours is one of the register's for each service and each commune that it names. */
function toRules(rule: Competence, { organizations }: Demonstration, ids: Map<string, string>) {
  const communes = new Map(
    organizations
      .filter(({ kind }) => kind === 'commune')
      .map(({ communeCodes, slug }) => [communeCodes[0], ids.get(slug) as string]),
  );
  const areas = rule.communeCodes?.map((code) => communes.get(code) as string) ?? [null];
  return rule.serviceCodes.flatMap((serviceCode) =>
    areas.map((areaOrganizationId) => ({
      organizationId: ids.get(rule.organization) as string,
      value: rule.value ?? ('yes' as const),
      declared: rule.declaredPlaces ? { roads: [], places: rule.declaredPlaces } : null,
      serviceCode,
      serviceGroup: null,
      roadClasses: rule.roadClasses ?? null,
      roadNumbers: rule.roadNumbers ?? null,
      builtUp: rule.builtUp ?? null,
      ownerIds: rule.owners?.map((slug) => ids.get(slug) as string) ?? null,
      areaOrganizationId,
      priority: rule.priority,
      validFrom: rule.from,
      validUntil: rule.until ?? null,
      reason: rule.ground,
    })),
  );
}
