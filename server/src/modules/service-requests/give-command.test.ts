import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import type { Act, Actor, Role } from '../../platform/acts/index.ts';
import { eventsOf } from '../../platform/events/index.ts';
import type { Problem } from '../../platform/problem/index.ts';
import { answerServiceRequest } from './answer-service-request.ts';
import { commentServiceRequest } from './comment-service-request.ts';
import { transferServiceRequest } from './hand-over/transfer-service-request.ts';
import { readServiceRequest, readTimeline } from './read-service-request.ts';
import { rejectServiceRequest } from './reject-service-request.ts';
import { reopenServiceRequest } from './reopen-service-request.ts';
import { triageServiceRequest } from './triage-service-request.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

const as = (role: Role, organizationId = town.organizations.west) =>
  town.actor(role, organizationId);
/** An act of someone who saw a version of the request. */
const seeing = (version: number, actor: Actor = town.dispatcher, more: Partial<Act> = {}) =>
  town.act(actor, { expectedVersion: version, ...more });

async function refusalOf(given: Promise<unknown>): Promise<Problem> {
  return given.then(
    () => expect.fail('It was accepted'),
    (problem) => problem,
  );
}

async function storyOf(id: string) {
  const events = await eventsOf(town.platform.db.read, town.territoryId, [id]);
  return events.map(({ type, reason, data }) => ({ type, reason, data }));
}

describe('triage', () => {
  it('judges the request, and the grid makes its priority', async () => {
    const { id } = await town.request();
    const detail = await triageServiceRequest(town.platform, seeing(1), {
      id,
      severity: 4,
      urgency: 4,
      note: 'Devant l’école',
    });
    expect(detail).toMatchObject({
      status: 'triaged',
      severity: 4,
      urgency: 4,
      priority: 1,
      version: 2,
      allowed: [
        'triage',
        'answer',
        'complete',
        'ask',
        'reject',
        'refuse',
        'transfer',
        'correct',
        'comment',
        'merge',
        'moderate',
      ],
    });
    expect((await storyOf(id)).at(-1)).toMatchObject({
      type: 'service-request.triaged',
      reason: 'Devant l’école',
      data: { priority: 1, severity: 4 },
    });
  });
});

describe('answer, refusal and reopening', () => {
  it('close with words, and open again', async () => {
    const { id } = await town.request();
    const answered = await answerServiceRequest(town.platform, seeing(1), {
      id,
      message: 'Merci.',
    });
    expect(answered).toMatchObject({ status: 'answered', closedAt: '2026-11-24T09:00:00.000Z' });
    const reopened = await reopenServiceRequest(town.platform, seeing(2), { id, reason: 'Encore' });
    expect(reopened).toMatchObject({ status: 'received', closedAt: null, version: 3 });
    const rejected = await rejectServiceRequest(town.platform, seeing(3), {
      id,
      reason: 'not-found',
      message: 'Personne n’a trouvé ce trou.',
    });
    expect(rejected).toMatchObject({
      status: 'rejected',
      allowed: ['reopen', 'comment', 'moderate'],
    });
    expect((await storyOf(id)).map(({ type }) => type)).toEqual([
      'service-request.received',
      'service-request.answered',
      'service-request.reopened',
      'service-request.rejected',
    ]);
  });
});

describe('transfer', () => {
  it('hands the request over, code and story kept, and lets the former one follow', async () => {
    const { west, metropole } = town.organizations;
    const desk = as('desk');
    const { id, code } = await town.request();
    const detail = await transferServiceRequest(town.platform, seeing(1, desk), {
      id,
      organizationId: metropole,
      reason: 'Voirie métropolitaine',
    });
    expect(detail).toMatchObject({
      code,
      status: 'received',
      organization: { id: metropole, name: 'Métropole d’essai' },
      assignment: 'certain',
      contact: null,
      // Who handed over may still write a note in the common file.
      allowed: ['comment'],
    });
    const theirs = await readServiceRequest(
      town.platform,
      town.territoryId,
      as('desk', metropole),
      id,
    );
    expect(theirs.contact?.email).toBe('odile@exemple.fr');
    const [, transfer] = await storyOf(id);
    expect(transfer?.data).toMatchObject({
      fromOrganizationId: west,
      toOrganizationId: metropole,
    });
    const [, told] = await readTimeline(town.platform, town.territoryId, desk, id);
    expect(told).toMatchObject({
      title: 'Demande transmise à Métropole d’essai',
      detail: 'Voirie métropolitaine',
      public: true,
    });
  });

  it('refuses an organization that is not of the territory, or that has it already', async () => {
    const { id } = await town.request();
    const to = (organizationId: string) =>
      transferServiceRequest(town.platform, seeing(1), { id, organizationId, reason: 'x' });
    const unknown = '01990000-0000-7000-8000-000000000000';
    expect((await refusalOf(to(unknown))).type).toMatch(/unknown-organization$/);
    expect((await refusalOf(to(town.organizations.west))).type).toMatch(/same-organization$/);
  });
});

describe('comment', () => {
  it('is for colleagues or for everyone, as its author says', async () => {
    const { id } = await town.request();
    const expert = as('expert');
    await commentServiceRequest(town.platform, seeing(1, expert), {
      id,
      text: 'Réseau à vérifier',
      public: false,
    });
    await commentServiceRequest(town.platform, seeing(2, expert), {
      id,
      text: 'Nous passons demain.',
      public: true,
    });
    const story = await readTimeline(town.platform, town.territoryId, expert, id);
    expect(story.map(({ title, detail, public: isPublic }) => [title, detail, isPublic])).toEqual([
      ['Demande reçue', 'Reçue par internet.', true],
      ['Note interne', 'Réseau à vérifier', false],
      ['Message', 'Nous passons demain.', true],
    ]);
  });
});

describe('every command', () => {
  const answer = (act: Act, id: string) =>
    answerServiceRequest(town.platform, act, { id, message: 'Bonjour' });

  it('is refused without the version that its author saw, or with an older one', async () => {
    const { id } = await town.request();
    expect((await refusalOf(answer(town.act(town.dispatcher), id))).status).toBe(428);
    expect((await refusalOf(answer(seeing(7), id))).status).toBe(412);
  });

  it('is done once by two people at the same moment: the second sees that it changed', async () => {
    const { id } = await town.request();
    const outcomes = await Promise.allSettled([answer(seeing(1), id), answer(seeing(1), id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 412 },
    });
    expect(await storyOf(id)).toHaveLength(2);
  });

  it('is done once when it is repeated with its key, and answered alike', async () => {
    const { id } = await town.request();
    const act = seeing(1, town.dispatcher, { idempotency: { key: id, fingerprint: 'x' } });
    expect(await answer(act, id)).toEqual(await answer(act, id));
    expect(await storyOf(id)).toHaveLength(2);
  });

  it('says in French why it has no place now', async () => {
    const { id, code } = await town.request();
    await answer(seeing(1), id);
    const problem = await refusalOf(answer(seeing(2), id));
    expect(problem.status).toBe(409);
    expect(problem.detail?.fr).toBe(
      `La demande ${code} est « Répondue » : elle est close. Rouvrez-la d’abord.`,
    );
    const reopening = reopenServiceRequest(town.platform, seeing(1), {
      id: (await town.request()).id,
      reason: 'x',
    });
    expect((await refusalOf(reopening)).detail?.fr).toMatch(/« Reçue » : elle n’est pas close/);
  });

  it('is forbidden to who may only read, and unknown to who may not', async () => {
    const { id } = await town.request();
    expect((await refusalOf(answer(seeing(1, as('elected')), id))).status).toBe(403);
    expect((await refusalOf(answer(seeing(1, as('auditor')), id))).status).toBe(403);
    expect(
      (await refusalOf(answer(seeing(1, as('dispatcher', town.organizations.east)), id))).status,
    ).toBe(404);
    expect((await refusalOf(answer(seeing(1, as('crew')), id))).status).toBe(404);
    expect((await refusalOf(answer(town.act(undefined, { expectedVersion: 1 }), id))).status).toBe(
      404,
    );
    expect(await storyOf(id)).toHaveLength(1);
  });
});

describe('a request that nobody has', () => {
  it('is handed by any desk to whom it belongs', async () => {
    const { id } = await town.request({ organizationId: null, assignment: 'unclear' });
    const desk = as('desk', town.organizations.east);
    const detail = await transferServiceRequest(town.platform, seeing(1, desk), {
      id,
      organizationId: town.organizations.operator,
      reason: 'Une fuite',
    });
    expect(detail.organization?.name).toBe('Eaux d’essai');
  });
});
