import { expect, it } from 'vitest';
import { decideCompetence } from '../../server/src/modules/organizations/decide-competence.ts';
import { DEFAULT_CATALOGUE } from '../../server/src/modules/service-requests/index.ts';
import { fromPosition } from '../../server/src/platform/geo/index.ts';
import { buildSmallTown } from '../life/small-town.fixture.ts';
import { listCompetences } from './competences.ts';
import { competenceFinder, type Road } from './find-competent.ts';
import { describeOrganizations, METROPOLE } from './organizations.ts';
import { ownerOf } from './owners.ts';

const STADIUM = 'Stade Armand-Courtavel';
const { territory } = buildSmallTown();
const organizations = describeOrganizations(territory);
const rules = listCompetences(organizations, [STADIUM]);
const competent = competenceFinder(rules);
const [centre] = territory.communes;
if (!centre) throw new Error('a territory without a commune');
const communeCode = centre.code;

const ROADS: Road[] = [
  { roadClass: 'communal', builtUp: true },
  { roadClass: 'metropolitan', builtUp: false },
  { roadClass: 'departmental', roadNumber: 'D 12', builtUp: true },
  { roadClass: 'departmental', roadNumber: 'D 12', builtUp: false },
  { roadClass: 'departmental', roadNumber: 'D 7', builtUp: true },
  { roadClass: 'national', roadNumber: 'N 199', builtUp: false },
  { roadClass: 'private', builtUp: true },
];

it('shares the D 12 in town between two authorities, since the convention', () => {
  const road = ROADS[2] as Road;
  const acts = (serviceCode: string, on: string) =>
    competent({ serviceCode, communeCode, road, on });
  expect(acts('roads.pothole', '2026-06-01')).toBe('departement');
  expect(acts('roads.pavement', '2026-06-01')).toBe('metropole');
  expect(acts('roads.pavement', '2024-12-31')).toBe('departement');
});

it('knows what was declared of metropolitan interest, who owns the trees, and who does not act', () => {
  const on = '2026-06-01';
  const roadside = { road: ROADS[4] as Road, communeCode, on };
  const at = (placeName: string) =>
    competent({ serviceCode: 'play.sports', communeCode, road: ROADS[0] as Road, placeName, on });
  expect(at(STADIUM)).toBe('metropole');
  expect(at('Stade municipal')).toBe('montserein');
  const tree = (owner: string) => competent({ ...roadside, serviceCode: 'green.tree', owner });
  expect(tree('departement')).toBe('departement');
  expect(tree(communeCode)).toBe('montserein');
  expect(competent({ ...roadside, serviceCode: 'signs.markings' })).toBe('metropole');
});

it('decides as the product does, on the same rules', () => {
  const directory = organizations.map(({ slug, kind, name, area }) => ({
    id: slug,
    kind,
    name,
    code: slug,
    orientation: slug === METROPOLE,
    boundary: area,
    box: null,
  }));
  const register = rules.flatMap((rule) =>
    rule.serviceCodes.flatMap((serviceCode) =>
      (rule.communeCodes ?? [null]).map((code) => ({
        organizationId: rule.organization,
        value: rule.value ?? ('yes' as const),
        declared: rule.declaredPlaces ? { roads: [], places: rule.declaredPlaces } : null,
        serviceCode,
        serviceGroup: null,
        roadClasses: rule.roadClasses ?? null,
        roadNumbers: rule.roadNumbers ?? null,
        builtUp: rule.builtUp ?? null,
        ownerIds: rule.owners ?? null,
        areaOrganizationId:
          organizations.find(
            ({ kind, communeCodes }) => kind === 'commune' && communeCodes[0] === code,
          )?.slug ?? null,
        priority: rule.priority,
        validFrom: rule.from,
        validUntil: rule.until ?? null,
        reason: rule.ground,
      })),
    ),
  );
  const point = fromPosition(centre.centre.coordinates);
  for (const { code: serviceCode } of DEFAULT_CATALOGUE) {
    for (const road of ROADS) {
      const owner = ownerOf({ kind: 'lamp' }, road, communeCode);
      for (const on of ['2024-11-30', '2026-11-24']) {
        const decision = decideCompetence(directory, register, {
          serviceCode,
          serviceGroup: null,
          point,
          roadClass: road.roadClass ?? null,
          roadNumber: road.roadNumber ?? null,
          builtUp: road.builtUp ?? null,
          street: null,
          placeNames: [],
          ownerId: owner ?? null,
          on,
        });
        const named = decision.outcome === 'found' ? decision.organization?.id : undefined;
        expect(
          competent({ serviceCode, communeCode, road, owner, on }),
          `${serviceCode} ${JSON.stringify(road)} ${on}`,
        ).toBe(named);
      }
    }
  }
});
