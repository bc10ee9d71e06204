import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../../test/app.ts';
import { staff, type Town } from '../../../../test/staffed-town.ts';
import { importPlaces } from '../../places/index.ts';
import { CHANNELS } from '../model.ts';
import { submitServiceRequest } from '../submit-service-request.ts';
import { countResidents } from './count-residents.ts';
import { explainPriority } from './explain-priority.ts';
import { exposureOf, factsOfCourse, factsOfPlace } from './facts.ts';
import { USUAL_WEIGHTS } from './weights.ts';

const site = (kind: string, metres: number, name: string | null = null) => ({
  kind,
  name,
  roadClass: null,
  metres,
});

describe('the facts of a place', () => {
  it('count a school as near as its rule says, once, the nearest', () => {
    const sites = [site('school', 20, 'École A'), site('school', 60, 'École B')];
    expect(factsOfPlace(sites, USUAL_WEIGHTS)).toEqual([
      { kind: 'school', points: 2, metres: 20, name: 'École A' },
    ]);
    expect(factsOfPlace([site('school', 101)], USUAL_WEIGHTS)).toEqual([]);
  });

  it('know a school by its name where the map does not draw it, and a street that is no school', () => {
    expect(factsOfPlace([site('landmark', 30, 'Collège Jean-Zay')], USUAL_WEIGHTS)[0]?.kind).toBe(
      'school',
    );
    expect(factsOfPlace([site('landmark', 30, 'Rue de l’École')], USUAL_WEIGHTS)).toEqual([]);
  });

  it('never weigh more than three', () => {
    const all = factsOfPlace(
      [site('school', 1), site('hospital', 1), site('bus-stop', 1)],
      USUAL_WEIGHTS,
    );
    expect(
      exposureOf([...all, ...factsOfCourse({ residents: 50, reopened: 3 }, USUAL_WEIGHTS)]),
    ).toBe(3);
  });

  it('are told in French with the priority', () => {
    const exposureFacts = [
      ...factsOfPlace([site('school', 20, 'École A')], USUAL_WEIGHTS),
      ...factsOfCourse({ residents: 6, reopened: 1 }, USUAL_WEIGHTS),
    ];
    expect(explainPriority({ priority: 1, severity: 4, urgency: 4, exposureFacts })).toBe(
      'priorité 1 : danger, aujourd’hui ; devant une école (École A), 6 habitants, rouverte une fois',
    );
  });
});

describe('residents', () => {
  const odile = { email: 'odile@exemple.fr', phone: null };
  const alsoOdile = { email: 'ODILE+voirie@exemple.fr ', phone: '06 12 34 56 78' };
  const onHerPhone = { email: null, phone: '+33612345678' };
  const unknown = { email: null, phone: null };

  it('are as many as they are, not as they insist', () => {
    expect(countResidents([odile, odile, alsoOdile, onHerPhone])).toBe(1);
    expect(countResidents([odile, { email: 'max@exemple.fr', phone: null }])).toBe(2);
  });

  it('who leave no address count as one, however often they report', () => {
    expect(countResidents(Array(40).fill(unknown))).toBe(1);
    expect(countResidents([odile, unknown, unknown])).toBe(2);
  });

  it('are never more for having written again', () => {
    const anyone = fc.record({
      email: fc.constantFrom(null, 'a@x.fr', 'b@x.fr', 'c@x.fr'),
      phone: fc.constantFrom(null, '0611111111', '+33 6 22 22 22 22'),
    });
    fc.assert(
      fc.property(fc.array(anyone, { minLength: 1 }), fc.nat(), (people, index) => {
        const again = people[index % people.length] as (typeof people)[number];
        expect(countResidents([...people, again])).toBe(countResidents(people));
      }),
    );
  });
});

describe('a report', () => {
  let test: TestApp & Town;
  let director: Caller;
  const school = { lat: 43.65, long: 3.85 };
  const elsewhere = { lat: 43.66, long: 3.86 };

  beforeAll(async () => {
    test = await staff(await createTestApp());
    director = await test.login(
      [test.organizations.west, test.organizations.metropole].map((organizationId) => ({
        organizationId,
        role: 'director' as const,
      })),
    );
    await importPlaces(test.platform, test.ownAct(), {
      source: 'test',
      features: [
        {
          kind: 'school',
          name: 'École Jeanne-Barret',
          communeCode: '99001',
          minZoom: 14,
          geometry: { type: 'Point', coordinates: [school.long, school.lat] },
        },
      ],
      landmarks: [],
      addresses: [],
    });
  });
  afterAll(() => test.close());

  const submit = (more: object = {}) =>
    submitServiceRequest(test.platform, test.ownAct(), {
      serviceCode: 'nid-de-poule',
      description: 'Un trou',
      point: school,
      address: null,
      answers: {},
      photoIds: [],
      channel: 'web',
      language: 'fr',
      ...more,
    });
  const detail = async (id: string) =>
    (await director.get(`/api/v1/service-requests/${id}`)).json();

  it('before a school comes forward, and says why', async () => {
    const [near, far] = [await submit(), await submit({ point: elsewhere })];
    expect(await detail(far.id)).toMatchObject({
      exposure: 0,
      priority: 3,
      priorityReason: 'priorité 3 : dégradation, ce mois-ci',
    });
    expect(await detail(near.id)).toMatchObject({
      exposure: 2,
      priority: 2,
      priorityReason:
        'priorité 2 : dégradation, ce mois-ci ; devant une école (École Jeanne-Barret)',
    });
  });

  it('that shouts, threatens or comes by another way has the priority of one that does not', async () => {
    const calm = await detail((await submit()).id);
    const shouts = fc.record({
      description: fc
        .tuple(
          fc.constantFrom(
            'UN TROU',
            'C’EST UNE HONTE',
            'je vais porter plainte',
            'le maire est mon ami',
          ),
          fc.constantFrom('', '!!!', '!!!!!!!!!!!!! URGENT URGENT', ' sinon je saisis la presse'),
        )
        .map((parts) => parts.join('')),
      channel: fc.constantFrom(...CHANNELS),
      contact: fc.constantFrom({}, { name: 'Le Sénateur', email: 'senateur@exemple.fr' }),
    });
    await fc.assert(
      fc.asyncProperty(shouts, async (shout) => {
        const { priority, exposure } = await detail((await submit(shout)).id);
        expect({ priority, exposure }).toEqual({
          priority: calm.priority,
          exposure: calm.exposure,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('to which others are joined counts their authors once each, and forgets them when they leave', async () => {
    const at = { point: elsewhere };
    const by = (email: string) => submit({ ...at, contact: { email } });
    const leader = await by('odile@exemple.fr');
    const merge = async (id: string, command = 'merge') => {
      const { version } = await detail(id);
      const body = command === 'merge' ? { intoId: leader.id } : {};
      const answer = await director.send(
        'POST',
        `/api/v1/service-requests/${id}/${command}`,
        body,
        {
          'if-match': `"${version}"`,
        },
      );
      expect(answer.statusCode, answer.body).toBe(200);
      await test.drainJobs();
    };
    const again = [await by('odile@exemple.fr'), await by('Odile@exemple.fr')];
    for (const { id } of again) await merge(id);
    expect(await detail(leader.id)).toMatchObject({ exposure: 0, priority: 3 });

    const others = [];
    for (const name of ['max', 'ana', 'lou', 'tom']) others.push(await by(`${name}@exemple.fr`));
    for (const { id } of others) await merge(id);
    expect(await detail(leader.id)).toMatchObject({
      exposure: 2,
      priority: 2,
      priorityReason: 'priorité 2 : dégradation, ce mois-ci ; 5 habitants',
    });
    const story = await director.get(`/api/v1/service-requests/${leader.id}/timeline`);
    expect(story.json().items.at(-1)).toMatchObject({
      title: 'Priorité revue',
      detail: 'priorité 2 : dégradation, ce mois-ci ; 5 habitants',
      public: false,
    });
    await merge(others[0]?.id ?? '', 'unmerge');
    expect(await detail(leader.id)).toMatchObject({ exposure: 1, priority: 3 });
  });

  it('follows the grid that the director changes, if the grid is sound', async () => {
    const { id } = await submit();
    const setting = async () => (await director.get('/api/v1/priority-grid')).json();
    const { grid, weights } = await setting();
    const put = async (changed: number[][][], who = director) => {
      const { version } = await setting();
      const body = { grid: changed, weights };
      return who.send('PUT', '/api/v1/priority-grid', body, { 'if-match': `"${version}"` });
    };
    const urgent = structuredClone(grid).map((layer: number[][]) =>
      layer.map((row) => row.map(() => 1)),
    );
    expect((await put(urgent)).statusCode).toBe(200);
    expect(await detail(id)).toMatchObject({ priority: 1 });

    const absurd = structuredClone(grid);
    absurd[0][3][3] = 4;
    const refused = await put(absurd);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors[0].pointer).toBe('/grid/0/3/3');
    expect((await put(grid.slice(1))).statusCode).toBe(400);
    const desk = await test.login([{ organizationId: test.organizations.west, role: 'desk' }]);
    expect((await put(grid, desk)).statusCode).toBe(403);
    await put(grid);
    expect(await detail(id)).toMatchObject({ priority: 2 });
  });

  it('is weighed as the territory decides, with what is open already', async () => {
    const { id } = await submit();
    const { grid, weights, version } = (await director.get('/api/v1/priority-grid')).json();
    const put = (changes: object, seen: number) =>
      director.send(
        'PUT',
        '/api/v1/priority-grid',
        { grid, weights: { ...weights, ...changes } },
        { 'if-match': `"${seen}"` },
      );
    expect((await put({ school: { points: 0, from: 100 } }, version)).statusCode).toBe(200);
    await test.drainJobs();
    expect(await detail(id)).toMatchObject({
      exposure: 0,
      priorityReason: 'priorité 3 : dégradation, ce mois-ci',
    });
    expect(await detail((await submit()).id)).toMatchObject({ exposure: 0 });

    expect((await put({}, version)).statusCode).toBe(412);
    const contradicts = { 'many-residents': { points: 2, from: 2 } };
    const refused = await put(contradicts, version + 1);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors[0].pointer).toBe('/weights/many-residents');
    expect((await put({ school: { points: 4, from: 100 } }, version + 1)).statusCode).toBe(400);

    expect((await put({}, version + 1)).statusCode).toBe(200);
    await test.drainJobs();
    expect(await detail(id)).toMatchObject({ exposure: 2 });
  });
});
