import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { competence, foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import type { Role } from '../../platform/acts/index.ts';
import { addCompetence } from './add-competence.ts';
import { changeCompetence } from './change-competence.ts';
import { listCompetences } from './competence-store.ts';
import { endCompetence } from './end-competence.ts';
import { explainCompetence } from './explain-competence.ts';

let test: TestPlatform;
let ids: TestTerritory;
beforeAll(async () => {
  test = await createTestPlatform();
  ids = await foundTestTerritory(test);
});
afterAll(() => test?.close());

// The clock of a test says 24 November 2026.
const act = (expectedVersion?: number, role: Role = 'administrator', of = ids.metropole) =>
  test.act(test.actor(role, of), expectedVersion === undefined ? {} : { expectedVersion });
const content = ({ organizationId: _, ...rule }: ReturnType<typeof competence>) => rule;
const add = (more = {}) =>
  addCompetence(test.platform, act(), {
    organizationId: ids.operator,
    rule: content(competence(ids.operator, { serviceCode: 'fuite', ...more })),
    why: 'délibération',
  });
const stored = async (id: string) =>
  (await listCompetences(test.platform.db.read, test.territoryId)).find((rule) => rule.id === id);

it('changes a rule from a day on, and keeps what held before', async () => {
  const old = await add({ reason: 'contrat de 2020' });
  const { validFrom: _, ...rule } = content(competence(ids.operator, { serviceCode: 'fuite' }));
  const command = {
    id: old.id,
    from: '2027-01-01',
    rule: { ...rule, reason: 'avenant' },
    why: 'avenant',
  };
  await expect(changeCompetence(test.platform, act(), command)).rejects.toMatchObject({
    status: 428,
  });
  await expect(changeCompetence(test.platform, act(7), command)).rejects.toMatchObject({
    status: 412,
  });
  const changed = await changeCompetence(test.platform, act(1), command);
  expect(changed).toMatchObject({ reason: 'avenant', validFrom: '2027-01-01', validUntil: null });
  expect(changed.id).not.toBe(old.id);
  expect(await stored(old.id)).toMatchObject({
    reason: 'contrat de 2020',
    validFrom: '2020-01-01',
    validUntil: '2027-01-01',
    version: 2,
  });
  const past = { ...command, from: '2019-01-01' };
  await expect(changeCompetence(test.platform, act(2), past)).rejects.toMatchObject({
    type: expect.stringMatching(/history-kept$/),
  });
  // One that has not begun is rewritten in its place.
  const again = await changeCompetence(test.platform, act(1), {
    ...command,
    id: changed.id,
    from: '2028-01-01',
  });
  expect(again).toMatchObject({ id: changed.id, validFrom: '2028-01-01', version: 2 });
});

it('ends a rule at a day to come; one that never began goes', async () => {
  const rule = await add();
  const end = (id: string, on: string, version = 1) =>
    endCompetence(test.platform, act(version), { id, on, why: 'fin du contrat' });
  await expect(end(rule.id, '2026-01-01')).rejects.toMatchObject({ status: 422 });
  expect(await end(rule.id, '2026-12-31')).toMatchObject({ validUntil: '2026-12-31', version: 2 });
  const future = await add({ validFrom: '2030-01-01' });
  await end(future.id, '2029-06-01');
  expect(await stored(future.id)).toBeUndefined();
});

it('is for administrators, of known organizations, and sound', async () => {
  const rule = content(competence(ids.operator));
  const command = { organizationId: ids.operator, rule, why: 'essai' };
  const refused = (more: object, by = act()) =>
    expect(addCompetence(test.platform, by, { ...command, ...more })).rejects;
  await refused({}, act(undefined, 'director')).toMatchObject({ status: 403 });
  await refused(
    { organizationId: ids.east },
    act(undefined, 'administrator', ids.west),
  ).toMatchObject({
    status: 403,
  });
  const stranger = '01990000-0000-7000-8000-000000000000';
  await refused({ rule: { ...rule, ownerIds: [stranger] } }).toMatchObject({ status: 422 });
  const declared = { roads: ['C 7'], places: [] };
  await refused({ rule: { ...rule, declared } }).toMatchObject({ status: 422 });
});

it('explains: which rule held, which lost and why, who acts for the rest', async () => {
  const { platform, territoryId, clock } = test;
  const asked = {
    serviceCode: 'nid-de-poule',
    serviceGroup: 'Voirie',
    point: { lat: 43.65, long: 3.85 },
    roadClass: 'departmental' as const,
    at: clock.now(),
  };
  const services = [
    { code: 'nid-de-poule', name: 'Nid-de-poule', group: 'Voirie' },
    { code: 'proprete', name: 'Rue sale', group: 'Propreté' },
  ];
  const told = await explainCompetence(platform, platform.db.read, territoryId, asked, services);
  expect(told.organization?.id).toBe(ids.departement);
  expect(told.rules.find(({ verdict }) => verdict === 'holds')?.organization.id).toBe(
    ids.departement,
  );
  expect(told.rules.find(({ organization: { id } }) => id === ids.metropole)).toMatchObject({
    verdict: 'outranked',
    why: 'Écartée : une règle plus précise ou prioritaire existe.',
  });
  // The same place, another theme: the pavement is the département's, its cleaning the commune's.
  expect(told.themes).toMatchObject([
    { group: 'Propreté', organization: { id: ids.west }, services: ['Rue sale'] },
  ]);
});
