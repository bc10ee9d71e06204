import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import type { Actor, Role } from '../../../platform/acts/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import type { Problem } from '../../../platform/problem/index.ts';
import { importPlaces } from '../../places/index.ts';
import { commentServiceRequest } from '../comment-service-request.ts';
import { countQueues } from '../count-queues.ts';
import { listServiceRequests } from '../list-service-requests.ts';
import { readServiceRequest, readTimeline } from '../read-service-request.ts';
import type { RequestDetail } from '../schemas.ts';
import { submitServiceRequest } from '../submit-service-request.ts';
import { trackServiceRequest } from '../track-service-request.ts';
import { acceptServiceRequest } from './accept-service-request.ts';
import { correctServiceRequest } from './correct-service-request.ts';
import type { RefusalReason } from './model.ts';
import { refuseServiceRequest } from './refuse-service-request.ts';
import { transferServiceRequest } from './transfer-service-request.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
  // A communal street through the place: whose road it is, is known there.
  await importPlaces(town.platform, town.ownAct(), {
    features: [
      {
        kind: 'street',
        name: 'rue des Lilas',
        roadClass: 'communal',
        communeCode: '99001',
        geometry: {
          type: 'LineString',
          coordinates: [
            [3.849, 43.65],
            [3.851, 43.65],
          ],
        },
        minZoom: 12,
      },
    ],
    addresses: [],
    landmarks: [],
  });
});
afterAll(() => town.close());

const WEST = { lat: 43.65, long: 3.85 };
const as = (role: Role, organizationId: string) => town.actor(role, organizationId);
const desk = (organizationId: string) => as('desk', organizationId);
const seeing = ({ version }: { version: number }, actor: Actor) =>
  town.act(actor, { expectedVersion: version });
const detailOf = (id: string, actor: Actor) =>
  readServiceRequest(town.platform, town.territoryId, actor, id);
const refusalOf = (given: Promise<unknown>): Promise<Problem> =>
  given.then(
    () => expect.fail('It was accepted'),
    (problem) => problem,
  );

/** A report in the western commune, as the product routes it. */
async function report(serviceCode = 'lampadaire', more: object = {}): Promise<RequestDetail> {
  const { id, organization } = await submitServiceRequest(town.platform, town.act(), {
    serviceCode,
    description: 'Éteint depuis hier',
    point: WEST,
    address: null,
    answers: {},
    photoIds: [],
    channel: 'web',
    language: 'fr',
    ...more,
  });
  return detailOf(id, desk(organization?.id as string));
}

const refuse = (
  request: RequestDetail,
  by: string,
  reason: RefusalReason = 'not-our-service',
  note = '',
) =>
  refuseServiceRequest(town.platform, seeing(request, desk(by)), { id: request.id, reason, note });
const transfer = (request: RequestDetail, by: string, to: string, insist = false) =>
  transferServiceRequest(town.platform, seeing(request, desk(by)), {
    id: request.id,
    organizationId: to,
    reason: 'À eux',
    insist,
  });

describe('refuse', () => {
  it('hands over to whom the rules name next, which takes it; number and delay stay', async () => {
    const { west, metropole } = town.organizations;
    // The métropole holds the roads; without it the rules name the commune.
    const before = await report('nid-de-poule', { point: WEST });
    expect(before.organization?.id).toBe(metropole);
    const refused = await refuse(before, metropole, 'not-our-road', 'Chemin rural');
    expect(refused).toMatchObject({
      code: before.code,
      dueAt: before.dueAt,
      status: 'received',
      organization: { id: west },
      assignment: 'unclear',
      contested: false,
      hops: 1,
      refusals: [{ organization: { id: metropole }, reason: 'not-our-road', note: 'Chemin rural' }],
    });
    const taken = await acceptServiceRequest(town.platform, seeing(refused, desk(west)), {
      id: before.id,
    });
    expect(taken).toMatchObject({ assignment: 'certain', code: before.code });
    expect(taken.allowed).not.toContain('accept');
  });

  it('tells the resident who said no and who has it, never the note', async () => {
    const { metropole } = town.organizations;
    const before = await report('nid-de-poule');
    await refuse(before, metropole, 'agreement-says-other', 'Voir avec Paul');
    const page = await trackServiceRequest(town.platform, town.territoryId, async () => undefined, {
      code: before.code,
    });
    const told = page.timeline.at(-1);
    expect(told?.title).toBe('Métropole d’essai n’est pas compétent pour cette demande');
    expect(told?.detail).toContain('Une convention confie ce cas à un autre organisme.');
    expect(told?.detail).toContain('confiée à Ouestville');
    expect(page.organization?.name).toBe('Ouestville');
    expect(page.nextStep).toContain('Ouestville vérifie');
    expect(JSON.stringify(page)).not.toContain('Paul');
  });

  it('ends in the queue of who orients when no rule names anybody else', async () => {
    const { west, metropole } = town.organizations;
    const before = await report();
    const count = () => countQueues(town.platform, town.territoryId, desk(metropole));
    const earlier = await count();
    const refused = await refuse(before, west);
    expect(refused).toMatchObject({ organization: { id: metropole }, contested: true });
    expect(await count()).toEqual({
      ...earlier,
      toOrient: earlier.toOrient + 1,
      contested: earlier.contested + 1,
    });
    const { items } = await listServiceRequests(town.platform, town.territoryId, desk(metropole), {
      assignment: 'unclear',
      status: 'received,triaged',
    });
    expect(items.map(({ id }) => id)).toContain(before.id);
    const again = await refusalOf(refuse(refused, metropole));
    expect(again.detail?.fr).toContain('aucun autre organisme n’est désigné');
  });

  it('wants words for another reason', async () => {
    const before = await report();
    const problem = await refusalOf(refuse(before, town.organizations.west, 'other', '  '));
    expect(problem.type).toMatch(/note-missing$/);
  });
});

describe('a loop between two organizations', () => {
  it('ends in the queue of who orients, never with the resident', async () => {
    const { west, departement, metropole } = town.organizations;
    const sent = await report();
    const there = await transfer(sent, west, departement);
    const back = await transfer(there, departement, west);
    expect(back).toMatchObject({
      code: sent.code,
      organization: { id: metropole },
      assignment: 'unclear',
      contested: true,
      hops: 2,
    });
    const page = await trackServiceRequest(town.platform, town.territoryId, async () => undefined, {
      code: sent.code,
    });
    expect(page.timeline.at(-1)?.title).toBe('Il reste à décider qui doit agir');
    expect(page.timeline.at(-1)?.detail).toContain('Métropole d’essai décide maintenant');
  });

  it('is ended by who orients, and by nobody else, who may insist', async () => {
    const { west, metropole, departement } = town.organizations;
    const refused = await refuse(await report(), west);
    const plain = await refusalOf(transfer(refused, metropole, west));
    expect(plain.type).toMatch(/refused-already$/);
    const insisted = await transfer(refused, metropole, west, true);
    expect(insisted).toMatchObject({
      organization: { id: west },
      assignment: 'certain',
      refusals: [{ binding: false }],
    });
    const forbidden = await refusalOf(transfer(insisted, west, departement, true));
    expect(forbidden.type).toMatch(/may-not-insist$/);
  });
});

describe('correct', () => {
  it('finds again who is competent, and lifts refusals of another question', async () => {
    const { west, metropole } = town.organizations;
    const refused = await refuse(await report(), west);
    const corrected = await correctServiceRequest(town.platform, seeing(refused, desk(metropole)), {
      id: refused.id,
      serviceCode: 'nid-de-poule',
      reason: 'C’est un trou',
    });
    expect(corrected).toMatchObject({
      serviceName: 'Nid-de-poule',
      serviceGroup: 'Voirie',
      organization: { id: metropole },
      contested: false,
      refusals: [{ binding: false }],
    });
    const back = await correctServiceRequest(town.platform, seeing(corrected, desk(metropole)), {
      id: refused.id,
      serviceCode: 'lampadaire',
    });
    expect(back).toMatchObject({ organization: { id: west }, code: refused.code, hops: 2 });
  });

  it('moves the place to another commune', async () => {
    const { west, east } = town.organizations;
    const before = await report();
    const moved = await correctServiceRequest(town.platform, seeing(before, desk(west)), {
      id: before.id,
      point: { lat: 43.65, long: 3.95 },
    });
    expect(moved).toMatchObject({ organization: { id: east }, communeName: 'Estville' });
    expect(moved.contact).toBeNull();
  });

  it('keeps what lies elsewhere, and refuses what is not one', async () => {
    const { west } = town.organizations;
    const before = await report();
    const act = () => seeing(before, desk(west));
    const nothing = await refusalOf(
      correctServiceRequest(town.platform, act(), { id: before.id, reason: 'x' }),
    );
    expect(nothing.type).toMatch(/nothing-to-correct$/);
    const swapped = await refusalOf(
      correctServiceRequest(town.platform, act(), {
        id: before.id,
        point: { lat: 3.85, long: 43.65 },
      }),
    );
    expect(swapped.type).toMatch(/coordinates-swapped$/);
    const outside = await correctServiceRequest(town.platform, act(), {
      id: before.id,
      point: { lat: 44.9, long: 3.85 },
    });
    expect(outside).toMatchObject({ organization: { id: west }, assignment: 'unclear' });
    expect(outside.assignmentReason).toContain('en dehors du territoire');
  });
});

describe('the common file', () => {
  it('shows both the same story, and to each its own internal notes', async () => {
    const { west, metropole, departement } = town.organizations;
    const before = await report();
    const note = (request: RequestDetail, by: string, text: string, shared: boolean) =>
      commentServiceRequest(town.platform, seeing(request, desk(by)), {
        id: before.id,
        text,
        public: false,
        shared,
      });
    const noted = await note(before, west, 'Entre nous', false);
    const sent = await transfer(noted, west, metropole);
    expect(sent.rights).toMatchObject({ contact: 'none', 'shared-notes': 'write' });
    await note(sent, west, 'Pour vous aussi', true);
    const read = async (organizationId: string) =>
      (await readTimeline(town.platform, town.territoryId, desk(organizationId), before.id)).map(
        ({ title, detail }) => `${title} : ${detail}`,
      );
    const [ours, theirs] = [await read(west), await read(metropole)];
    expect(ours).toContain('Note interne : Entre nous');
    expect(theirs.join()).not.toContain('Entre nous');
    expect(theirs).toContain('Note entre organismes : Pour vous aussi');
    expect(theirs).toEqual(ours.filter((line) => !line.includes('Entre nous')));

    const speaks = commentServiceRequest(
      town.platform,
      seeing(await detailOf(before.id, desk(west)), desk(west)),
      { id: before.id, text: 'Bonjour', public: true },
    );
    expect((await refusalOf(speaks)).status).toBe(403);
    const stranger = await refusalOf(detailOf(before.id, desk(departement)));
    expect(stranger.status).toBe(404);
  });

  it('is read by the commune of the place when the métropole has it, without who reported', async () => {
    const { west, metropole } = town.organizations;
    const request = await report('nid-de-poule', { contact: { name: 'Odile' } });
    expect(request.contact?.name).toBe('Odile');
    const seen = await detailOf(request.id, desk(west));
    expect(seen).toMatchObject({ contact: null, allowed: ['comment'] });
    const { items } = await listServiceRequests(town.platform, town.territoryId, desk(west), {
      organizationId: metropole,
    });
    expect(items.map(({ id }) => id)).toContain(request.id);
  });
});

describe('a place that is not ours', () => {
  const submit = (actor: Actor | undefined, more: object) =>
    submitServiceRequest(town.platform, town.act(actor), {
      serviceCode: 'lampadaire',
      description: '',
      point: null,
      address: null,
      answers: {},
      photoIds: [],
      channel: actor ? ('phone' as const) : ('web' as const),
      language: 'fr' as const,
      ...more,
    });

  it('has an answer: for a resident who is competent there, for an agent a trace too', async () => {
    const { west } = town.organizations;
    const point = { lat: 43.65, long: 4.2 };
    const refused = await refusalOf(submit(undefined, { point }));
    expect(refused.type).toMatch(/outside-territory$/);
    const kept = await submit(desk(west), { point });
    expect(kept.organization?.id).toBe(west);
    const detail = await detailOf(kept.id, desk(west));
    expect(detail.assignmentReason).toContain('adressez-vous à la mairie');
  });

  it('says so when latitude and longitude are exchanged, to everybody', async () => {
    const point = { lat: 3.85, long: 43.65 };
    for (const actor of [undefined, desk(town.organizations.west)]) {
      const problem = await refusalOf(submit(actor, { point }));
      expect(problem.type).toMatch(/coordinates-swapped$/);
      expect(problem.detail?.fr ?? problem.extensions?.detail).toContain(
        'Latitude et longitude semblent inversées',
      );
    }
  });

  it('says so when the address is in another département', async () => {
    const address = '12 rue de la République, 13001 Marseille';
    const problem = await refusalOf(submit(undefined, { address }));
    expect(problem.type).toMatch(/outside-territory$/);
    expect(JSON.stringify(problem)).toContain('autre département');
    const kept = await submit(desk(town.organizations.west), { address });
    expect(kept).toMatchObject({ assignment: 'unclear' });
  });
});

it('keeps the trail: who, from whom, to whom', async () => {
  const { west, metropole } = town.organizations;
  const refused = await refuse(await report(), west);
  const events = await eventsOf(town.platform.db.read, town.territoryId, [refused.id]);
  expect(events.at(-1)).toMatchObject({
    type: 'service-request.refused',
    data: { fromOrganizationId: west, toOrganizationId: metropole, contested: true },
  });
});
