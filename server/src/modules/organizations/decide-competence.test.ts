import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bboxOf } from '../../platform/geo/index.ts';
import { decideCompetence, weighRules } from './decide-competence.ts';
import {
  type Competence,
  type CompetenceQuestion,
  type DirectoryOrganization,
  ROAD_CLASSES,
} from './model.ts';
import { communeAt, looksSwapped } from './survey-ground.ts';

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

describe('three values', () => {
  const ofInterest = (declared: Competence['declared']) => [
    rule('west', { serviceGroup: 'roads' }),
    rule('metropole', { serviceGroup: 'roads', value: 'community-interest', declared }),
  ];
  const decide = (rules: Competence[], more: Partial<CompetenceQuestion> = {}) =>
    decideCompetence(everyone, rules, question(more));
  const on = { street: 'Rue de l’Église', roadNumber: null };

  it('« of community interest » without what was declared is unclear, never « no »', () => {
    const decision = decide(ofInterest(null), on);
    expect(decision.outcome).toBe('unclear');
    expect(decision.candidates.map(({ organization: { id } }) => id)).toEqual([
      'west',
      'metropole',
    ]);
  });

  it('a declaration decides, by the road’s name or number, or by the place', () => {
    const rules = ofInterest({ roads: ['rue de l’eglise', 'C 7'], places: ['Gymnase Zola'] });
    const who = (more: Partial<CompetenceQuestion>) => decide(rules, more).organization?.id;
    expect(who(on)).toBe('metropole');
    expect(who({ street: 'Rue Haute', roadNumber: 'c7', placeNames: [] })).toBe('metropole');
    expect(who({ street: 'Rue Haute', placeNames: ['gymnase ZOLA'] })).toBe('metropole');
    expect(who({ street: 'Rue Haute', placeNames: [] })).toBe('west');
    expect(decide(rules, { street: null }).outcome).toBe('unclear');
  });

  it('« no » excludes, and says so', () => {
    const rules = [
      ...METROPOLE_RULES,
      rule('metropole', { value: 'no', roadClasses: ['private'], reason: 'voies privées' }),
    ];
    const decision = decide(rules, { roadClass: 'private' });
    expect(decision.organization).toBe(west);
    expect(decision.reason).toContain('metropole n’est pas compétent ici : voies privées.');
    expect(decide(rules, { roadClass: 'communal' }).organization).toBe(metropole);
    expect(decide(rules, { roadClass: null }).outcome).toBe('unclear');
  });

  it('« no » leaves an exception that is the same with more conditions', () => {
    const no = rule('metropole', { value: 'no', serviceGroup: 'roads', roadClasses: ['communal'] });
    const exception = rule('metropole', {
      serviceGroup: 'roads',
      roadClasses: ['communal'],
      roadNumbers: ['C 7'],
    });
    const rules = [rule('west'), no, exception];
    const who = (roadNumber: string) =>
      decide(rules, { roadClass: 'communal', roadNumber }).organization?.id;
    expect([who('C 7'), who('C 8')]).toEqual(['metropole', 'west']);
  });

  it('asks who owns the road or the object, when a rule does', () => {
    const rules = [rule('west'), rule('departement', { ownerIds: ['departement'] })];
    const who = (ownerId: string | null) => decide(rules, { ownerId });
    expect(who('departement').organization).toBe(departement);
    expect(who('76300000000000').organization).toBe(west);
    expect(who(null).outcome).toBe('unclear');
  });

  it('leaves out who refused, and never ends with nobody', () => {
    const without = new Set(['west', 'metropole', 'departement']);
    const decision = decideCompetence(everyone, METROPOLE_RULES, question(), without);
    expect(decision).toMatchObject({ outcome: 'unclear', organization: metropole });
    const next = decideCompetence(
      everyone,
      METROPOLE_RULES,
      question({ roadClass: 'communal' }),
      new Set(['metropole']),
    );
    expect(next).toMatchObject({ outcome: 'found', organization: west });
  });

  it('names the other authorities of the place', () => {
    const decision = decide(METROPOLE_RULES, { roadClass: 'departmental' });
    expect(decision.authorities).toEqual([west, metropole, departement]);
    expect(decide(METROPOLE_RULES, { roadClass: 'communal' }).authorities).toEqual([
      west,
      metropole,
    ]);
  });

  it('tells what became of each rule', () => {
    const rules = [
      ...METROPOLE_RULES,
      rule('operator', { validUntil: '2021-01-01' }),
      rule('metropole', { serviceGroup: 'roads', roadClasses: ['national'] }),
    ];
    const { weighed } = weighRules(everyone, rules, question({ roadClass: 'departmental' }));
    expect(weighed.map(({ organization: { id }, verdict }) => `${id} ${verdict}`)).toEqual([
      'west outranked',
      'metropole other-road',
      'metropole outranked',
      'departement holds',
      'operator not-in-force',
    ]);
  });

  it('sees latitude and longitude exchanged', () => {
    expect(looksSwapped(everyone, { lat: 1.5, long: 0.5 })).toBe(true);
    expect(looksSwapped(everyone, { lat: 0.5, long: 1.5 })).toBe(false);
    expect(looksSwapped(everyone, { lat: 30, long: 40 })).toBe(false);
  });
});

const anyRule: fc.Arbitrary<Competence> = fc
  .record({
    organizationId: fc.constantFrom(...everyone.map(({ id }) => id)),
    saying: fc.constantFrom<Pick<Competence, 'value' | 'declared'>>(
      { value: 'yes', declared: null },
      { value: 'no', declared: null },
      { value: 'community-interest', declared: null },
      { value: 'community-interest', declared: { roads: ['rue Haute'], places: ['Parc'] } },
    ),
    ownerIds: fc.option(
      fc.subarray(
        everyone.map(({ id }) => id),
        { minLength: 1 },
      ),
    ),
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
  .map(({ service, saying, ...more }) =>
    rule(more.organizationId, { ...service, ...saying, ...more }),
  );

const anyQuestion = fc
  .record({
    point: fc.record({
      lat: fc.double({ min: -1, max: 2, noNaN: true }),
      long: fc.double({ min: -1, max: 3, noNaN: true }),
    }),
    roadClass: fc.option(fc.constantFrom(...ROAD_CLASSES)),
    builtUp: fc.option(fc.boolean()),
    street: fc.option(fc.constantFrom('Rue Haute', 'Rue Basse')),
    placeNames: fc.option(fc.constantFrom<string[]>(['Parc'], [])),
    ownerId: fc.option(fc.constantFrom('west', 'someone')),
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
          if (before.outcome !== 'found') return;
          const lower = { ...extra, priority: -1 };
          const after = decideCompetence(everyone, [...rules, lower], asked);
          // It may still be told: that another is excluded, or acts here for something else.
          expect(after).toMatchObject({
            outcome: 'found',
            organization: before.organization,
            candidates: before.candidates,
          });
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
          if (before.outcome !== 'found') return;
          const after = decideCompetence(everyone, rules, { ...asked, roadClass });
          expect(after.organization).toEqual(before.organization);
        },
      ),
    );
  });
});
