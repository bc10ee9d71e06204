import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bboxOf } from '../../platform/geo/index.ts';
import { decideCompetence } from './decide-competence.ts';
import {
  type Competence,
  type CompetenceQuestion,
  type DirectoryOrganization,
  ROAD_CLASSES,
} from './model.ts';
import { communeAt } from './survey-ground.ts';

const square = (west: number, south: number, side: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

function organization(
  id: string,
  kind: DirectoryOrganization['kind'],
  boundary: Polygon | null,
  orientation = false,
): DirectoryOrganization {
  const box = boundary && bboxOf(boundary);
  return { id, kind, name: id, code: id, orientation, boundary, box };
}

const rule = (organizationId: string, more: Partial<Competence> = {}): Competence => ({
  organizationId,
  value: 'yes',
  declared: null,
  serviceCode: null,
  serviceGroup: null,
  roadClasses: null,
  roadNumbers: null,
  builtUp: null,
  ownerIds: null,
  areaOrganizationId: null,
  priority: 0,
  validFrom: '2020-01-01',
  validUntil: null,
  reason: `règle de ${organizationId}`,
  ...more,
});

const question = (more: Partial<CompetenceQuestion> = {}): CompetenceQuestion => ({
  serviceCode: 'pothole',
  serviceGroup: 'roads',
  point: { lat: 0.5, long: 0.5 },
  roadClass: null,
  roadNumber: null,
  street: null,
  placeNames: null,
  ownerId: null,
  builtUp: null,
  on: '2026-11-24',
  ...more,
});

const west = organization('west', 'commune', square(0, 0, 1));
const east = organization('east', 'commune', square(1, 0, 1));
const metropole = organization(
  'metropole',
  'epci',
  {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  },
  true,
);
const departement = organization('departement', 'departement', square(-5, -5, 12));
const operator = organization('operator', 'operator', null);
const everyone = [west, east, metropole, departement, operator];

const METROPOLE_RULES = [
  rule('west'),
  rule('east'),
  rule('metropole', { serviceGroup: 'roads' }),
  rule('departement', { serviceGroup: 'roads', roadClasses: ['departmental'] }),
];

describe('decideCompetence', () => {
  it('finds the commune for what nobody else took', () => {
    const decision = decideCompetence(
      everyone,
      METROPOLE_RULES,
      question({ serviceGroup: 'parks' }),
    );
    expect(decision).toMatchObject({ outcome: 'found', organization: west, commune: west });
    expect(decision.reason).toBe('west : règle de west');
  });

  it('lets the more precise rule hold', () => {
    const onRoad = (roadClass: CompetenceQuestion['roadClass']) =>
      decideCompetence(everyone, METROPOLE_RULES, question({ roadClass })).organization?.id;
    expect(onRoad('communal')).toBe('metropole');
    expect(onRoad('departmental')).toBe('departement');
  });

  it('is unclear, and oriented, when the fact that decides is not known', () => {
    const decision = decideCompetence(everyone, METROPOLE_RULES, question());
    expect(decision.outcome).toBe('unclear');
    expect(decision.organization).toBe(metropole);
    expect(decision.candidates.map((candidate) => candidate.organization.id)).toEqual([
      'metropole',
      'departement',
    ]);
    expect(decision.reason).toContain('La demande est confiée à metropole, qui l’orientera.');
  });

  it('is unclear between two equal rules, and goes to the one that orients', () => {
    const rules = [
      rule('west', { serviceGroup: 'roads' }),
      rule('metropole', { serviceGroup: 'roads' }),
    ];
    const communeOrients = [
      { ...west, orientation: true },
      { ...metropole, orientation: false },
    ];
    const decision = decideCompetence(communeOrients, rules, question({ roadClass: 'communal' }));
    expect(decision).toMatchObject({ outcome: 'unclear', organization: { id: 'west' } });
  });

  it('knows one road by its number, however it is typed', () => {
    const rules = [
      ...METROPOLE_RULES,
      rule('operator', { serviceGroup: 'roads', roadNumbers: ['D 12'] }),
    ];
    const asked = question({ roadClass: 'departmental', roadNumber: 'd12' });
    expect(decideCompetence(everyone, rules, asked).organization).toBe(operator);
  });

  it('honours dates: the last day is the eve of the end', () => {
    const rules = [rule('west', { validFrom: '2026-01-01', validUntil: '2026-07-01' })];
    const on = (day: string) => decideCompetence(everyone, rules, question({ on: day })).outcome;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      'unclear',
      'found',
      'found',
      'unclear',
    ]);
  });

  it('lets an organization act within another’s boundary', () => {
    const rules = [
      rule('east', { areaOrganizationId: 'west', reason: 'convention' }),
      rule('west'),
    ];
    expect(decideCompetence(everyone, rules, question()).organization).toBe(east);
  });

  it('says outside only when boundaries are known', () => {
    const far = question({ point: { lat: 3, long: 3 } });
    expect(decideCompetence(everyone, METROPOLE_RULES, far)).toMatchObject({
      outcome: 'outside',
      organization: null,
    });
    const unmapped = [organization('village', 'commune', null, true)];
    expect(decideCompetence(unmapped, [rule('village')], far)).toMatchObject({
      outcome: 'found',
      organization: { id: 'village' },
      commune: { id: 'village' },
    });
  });

  it('is unclear on the line between two communes, whose edge belongs to both', () => {
    const onEdge = question({ point: { lat: 0.5, long: 1 }, serviceGroup: 'parks' });
    const decision = decideCompetence(everyone, METROPOLE_RULES, onEdge);
    expect(decision.outcome).toBe('unclear');
    expect(decision.candidates).toHaveLength(2);
    expect(communeAt(everyone, onEdge.point)).toBe(east);
  });
});

const anyRule: fc.Arbitrary<Competence> = fc
  .record({
    organizationId: fc.constantFrom(...everyone.map(({ id }) => id)),
    service: fc.constantFrom(
      { serviceCode: null, serviceGroup: null },
      { serviceCode: 'pothole', serviceGroup: null },
      { serviceCode: 'lamp', serviceGroup: null },
      { serviceCode: null, serviceGroup: 'roads' },
    ),
    roadClasses: fc.option(fc.subarray([...ROAD_CLASSES], { minLength: 1 })),
    builtUp: fc.option(fc.boolean()),
    areaOrganizationId: fc.option(fc.constantFrom(...everyone.map(({ id }) => id))),
    priority: fc.integer({ min: 0, max: 2 }),
    validFrom: fc.constantFrom('2020-01-01', '2026-11-24', '2027-01-01'),
    validUntil: fc.option(fc.constantFrom('2026-11-24', '2028-01-01')),
  })
  .map(({ service, ...more }) => rule(more.organizationId, { ...service, ...more }));

const anyQuestion = fc
  .record({
    point: fc.record({
      lat: fc.double({ min: -1, max: 2, noNaN: true }),
      long: fc.double({ min: -1, max: 3, noNaN: true }),
    }),
    roadClass: fc.option(fc.constantFrom(...ROAD_CLASSES)),
    builtUp: fc.option(fc.boolean()),
  })
  .map((more) => question(more));

describe('decideCompetence, whatever the rules', () => {
  it('does not depend on the order of rules or organizations', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 8 }), anyQuestion, (rules, asked) => {
        expect(decideCompetence(everyone.toReversed(), rules.toReversed(), asked)).toEqual(
          decideCompetence(everyone, rules, asked),
        );
      }),
    );
  });

  it('finds only who has a rule in force, and always gives the request to somebody inside', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 8 }), anyQuestion, (rules, asked) => {
        const {
          outcome,
          organization: receiver,
          reason,
        } = decideCompetence(everyone, rules, asked);
        expect(reason).not.toBe('');
        expect(receiver === null).toBe(outcome === 'outside');
        if (outcome !== 'found') return;
        const inForce = rules.filter(
          ({ validFrom, validUntil }) =>
            validFrom <= asked.on && (validUntil === null || asked.on < validUntil),
        );
        expect(inForce.map(({ organizationId }) => organizationId)).toContain(receiver?.id);
      }),
    );
  });

  it('does not change when a rule of lower priority is added', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 8 }),
        anyRule,
        anyQuestion,
        (rules, extra, asked) => {
          const before = decideCompetence(everyone, rules, asked);
          fc.pre(before.outcome === 'found');
          const lower = { ...extra, priority: -1 };
          const after = decideCompetence(everyone, [...rules, lower], asked);
          expect({ ...after, authorities: [] }).toEqual({ ...before, authorities: [] });
        },
      ),
    );
  });

  it('becomes clearer, never contradicted, when an unknown road class is learnt', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 8 }),
        anyQuestion,
        fc.constantFrom(...ROAD_CLASSES),
        (rules, asked, roadClass) => {
          const before = decideCompetence(everyone, rules, { ...asked, roadClass: null });
          fc.pre(before.outcome === 'found');
          const after = decideCompetence(everyone, rules, { ...asked, roadClass });
          expect(after.organization).toEqual(before.organization);
        },
      ),
    );
  });
});
