import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import { readContact } from '../contact.ts';
import { listRequestsOfCaller } from './list-requests-of-caller.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

const of = async (query: object, actor = town.dispatcher) =>
  (await listRequestsOfCaller(town.platform, town.territoryId, actor, query)).map(({ id }) => id);
const ago = (days: number) => new Date(town.clock.now().getTime() - days * 86_400_000);

it('knows a number however it is typed, and an address in any case, the latest first', async () => {
  const contact = readContact({ phone: '06 12 34 56 78', email: 'Zoe.Petit@exemple.fr' });
  const old = await town.request({ contact }, ago(9));
  const late = await town.request({ contact: { ...contact, email: null } }, ago(2));
  expect(await of({ phone: '+33612345678' })).toEqual([late.id, old.id]);
  expect(await of({ phone: '06.12.34.56.78', email: 'zoe.petit@EXEMPLE.fr' })).toEqual([
    late.id,
    old.id,
  ]);
  expect(await of({ email: 'zoe.petit@exemple.fr' })).toEqual([old.id]);
});

it('needs the whole number or address: no part, no pattern', async () => {
  await town.request({ contact: readContact({ phone: '0611111111', email: 'a@exemple.fr' }) });
  for (const query of [{}, { phone: '06 11 11' }, { phone: '%' }, { email: '%@exemple.fr' }]) {
    expect(await of(query)).toEqual([]);
  }
});

it('shows what one’s organizations have or had, and nothing of others', async () => {
  const { west, east } = town.organizations;
  const contact = readContact({ phone: '0622222222' });
  const passedOn = await town.request({
    contact,
    organizationId: east,
    formerOrganizationIds: [west],
  });
  const theirs = await town.request({ contact, organizationId: east });
  expect(await of({ phone: '0622222222' })).toEqual([passedOn.id]);
  const there = town.actor('desk', east);
  expect(new Set(await of({ phone: '0622222222' }, there))).toEqual(
    new Set([theirs.id, passedOn.id]),
  );
});

it('is refused to whoever does not answer residents', async () => {
  for (const role of ['auditor', 'elected', 'expert', 'crew'] as const) {
    const actor = town.actor(role, town.organizations.west);
    await expect(of({ phone: '0612345678' }, actor)).rejects.toMatchObject({ status: 403 });
  }
});
