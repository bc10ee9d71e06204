import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import { readContact } from '../contact.ts';
import { readServiceRequest } from '../read-service-request.ts';
import { listRules, setRules } from './duplicate-rules.ts';
import { lookUpDuplicates, lookUpPublicDuplicates } from './look-up-duplicates.ts';
import { mergeServiceRequest } from './merge-service-request.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

let street = 0;
const place = (metresNorth = 0) => ({
  lat: 43.61 + street * 0.002 + metresNorth / 111_195,
  long: 3.82,
});
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(town.clock.now().getTime() - days * DAY_MS);
const query = (more = {}) => ({ serviceCode: 'nid-de-poule', ...place(), ...more });
const forDesk = (more = {}, actor = town.dispatcher) =>
  lookUpDuplicates(town.platform, town.territoryId, actor, query(more));
const forEveryone = (more = {}) =>
  lookUpPublicDuplicates(town.platform, town.territoryId, query(more), 'fr');

describe('a lookup', () => {
  it('finds open and lately closed ones, the likeliest first, with the reason', async () => {
    street++;
    const far = await town.request({ point: place(25) }, ago(20));
    const near = await town.request({ point: place(4) }, ago(1));
    const past = await town.request(
      { point: place(6), status: 'answered', closedAt: ago(5) },
      ago(9),
    );
    await town.request({ point: place(3), status: 'answered', closedAt: ago(60) }, ago(90));
    await town.request({
      point: place(3),
      serviceCode: 'lampadaire',
      serviceGroup: 'Éclairage public',
    });
    const found = await forDesk({ q: 'trou devant l’école' });
    expect(found.map(({ request }) => request.id)).toEqual([near.id, past.id, far.id]);
    expect(found[0]).toMatchObject({
      reason: 'même prestation, à 4 m, il y a 1 jour, mots communs : trou, école',
      past: false,
    });
    expect(found[1]).toMatchObject({ past: true });
  });

  it('shows an operator what he may read only', async () => {
    street++;
    await town.request({ point: place(2) });
    expect(await forDesk({}, town.actor('desk', town.organizations.east))).toEqual([]);
    await expect(forDesk({}, town.act().actor)).rejects.toMatchObject({ status: 403 });
  });

  it('knows the call that another desk has just written down', async () => {
    street++;
    const contact = readContact({ phone: '06 45 45 45 45' });
    await town.request({ point: place(2), contact });
    expect((await forDesk({ phone: '+33645454545' }))[0]).toMatchObject({ sameCall: true });
    expect((await forDesk({ phone: '0645454546' }))[0]).toMatchObject({ sameCall: false });
    const auditor = town.actor('auditor', town.organizations.west);
    expect((await forDesk({ phone: '0645454545' }, auditor))[0]).toMatchObject({ sameCall: false });
  });

  it('tells everyone what, where and when, and nothing that anyone wrote', async () => {
    street++;
    const { id } = await town.request({
      point: place(4),
      description: 'Chez Mme Secret, 06 12 34 56 78',
    });
    const found = await forEveryone({ q: 'chez madame secret' });
    expect(found).toMatchObject([{ id, statusLabel: 'Reçue', metres: 4, reports: 1 }]);
    expect(JSON.stringify(found)).not.toMatch(/secret|mme|odile|12 34/i);
    // Neither by finding it: the same with words that it has and with words that it has not.
    expect(await forEveryone({ q: 'tout autre chose ici' })).toEqual(found);
  });

  it('shows a group once, and how many reported it', async () => {
    street++;
    const leader = await town.request({ point: place(4) });
    const member = await town.request({ point: place(2) });
    await mergeServiceRequest(town.platform, town.act(town.dispatcher, { expectedVersion: 1 }), {
      id: member.id,
      intoId: leader.id,
    });
    expect(await forEveryone()).toMatchObject([{ id: leader.id, reports: 2 }]);
  });

  it('finds nothing where the radius is 0, and more where it is wide', async () => {
    street++;
    await town.request({ point: place(45) });
    const administrator = town.actor('administrator', town.organizations.west);
    const seeing = (expectedVersion: number) => town.act(administrator, { expectedVersion });
    const set = (radiusMetres: number, version: number) =>
      setRules(town.platform, seeing(version), [
        { serviceCode: 'nid-de-poule', radiusMetres, openDays: 84, pastDays: 28, confusedWith: [] },
      ]);
    expect(await forDesk()).toEqual([]);
    await set(120, 0);
    // Of two who saw the same rules, the second is told.
    await expect(set(60, 0)).rejects.toMatchObject({ status: 412 });
    expect(await forDesk()).toHaveLength(1);
    expect(await set(0, 1)).toMatchObject({ version: 2 });
    expect(await forDesk()).toEqual([]);
    expect(await listRules(town.platform, town.territoryId)).toMatchObject([
      { serviceCode: 'nid-de-poule', own: true, radiusMetres: 0 },
      { serviceCode: 'lampadaire', own: false, radiusMetres: 60 },
    ]);
    await setRules(town.platform, seeing(2), []);
  });
});

describe('the same call, registered by two desks at once', () => {
  it('is seen as such, and the merge is offered', async () => {
    street++;
    const contact = {
      name: 'M. Roux',
      email: null,
      phone: '+33612345678',
      postalAddress: null,
      preference: null,
    };
    const call = { channel: 'phone' as const, contact, description: 'Trou profond' };
    const first = await town.request({ ...call, point: place(0) });
    const second = await town.request({
      ...call,
      description: 'Chaussée effondrée',
      point: place(12),
    });
    const detail = await readServiceRequest(
      town.platform,
      town.territoryId,
      town.actor('desk', town.organizations.west),
      second.id,
    );
    expect(detail.duplicates).toMatchObject([
      {
        request: { id: first.id },
        sameCall: true,
        reason: expect.stringMatching(/^même personne au même moment : sans doute le même appel/),
        merge: { id: second.id, intoId: first.id, version: 1 },
      },
    ]);
    expect(detail.duplicates[0]?.score).toBeGreaterThan(0.9);
  });
});
