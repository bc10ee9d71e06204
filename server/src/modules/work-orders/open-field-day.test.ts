import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { listWorkOrders } from './list-work-orders.ts';
import { openFieldDay } from './open-field-day.ts';
import { planWorkOrder } from './plan-work-order.ts';

let town: Town;
const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);

beforeAll(async () => {
  town = await createTown(); // Tuesday 24 November 2026
  const green = await town.crewNamed('Espaces verts');
  const plan = (title: string, scheduledStart: string, crewId = town.crew.id) =>
    planWorkOrder(town.platform, town.act(town.dispatcher), {
      title,
      address: 'Place',
      crewId,
      scheduledStart,
      estimatedMinutes: 60,
    });
  await plan('après-midi', '2026-11-24T14:00:00+01:00');
  await plan('avant minuit', '2026-11-24T23:30:00+01:00');
  await plan('matin', '2026-11-24T08:00:00+01:00');
  await plan('en retard', '2026-11-20T08:00:00+01:00');
  await plan('demain', '2026-11-25T00:30:00+01:00');
  await plan('autre équipe', '2026-11-24T09:00:00+01:00', green.id);
});
afterAll(() => town.close());

describe('the day of a crew', () => {
  it('begins with what is overdue, then follows the hours of Paris', async () => {
    const day = await openFieldDay(town.platform, town.act(town.worker), {});
    expect(day).toMatchObject({ date: '2026-11-24', crew: { name: 'Voirie' } });
    expect(day.crews).toEqual([day.crew]);
    expect(titles(day)).toEqual(['en retard', 'matin', 'après-midi', 'avant minuit']);
  });

  it('shows another day without what is overdue today', async () => {
    const day = await openFieldDay(town.platform, town.act(town.worker), { date: '2026-11-25' });
    expect(titles(day)).toEqual(['demain']);
  });

  it('is the crew’s own, or its office’s; nobody else’s', async () => {
    const { west, east } = town.organizations;
    const open = (role: 'dispatcher' | 'crew', organizationId: string, crewId?: string) =>
      openFieldDay(town.platform, town.act(town.actor(role, organizationId)), {
        ...(crewId && { crewId }),
      });
    await expect(open('dispatcher', west, town.crew.id)).resolves.toBeDefined();
    await expect(open('dispatcher', east, town.crew.id)).rejects.toMatchObject({ status: 403 });
    await expect(open('crew', west, town.crew.id)).rejects.toMatchObject({ status: 403 });
    await expect(open('crew', west)).rejects.toThrow('/problems/work-orders/no-crew');
  });
});

describe('listing', () => {
  const list = (actor: Town['worker'], query = {}) =>
    listWorkOrders(town.platform, town.act(actor), query);

  it('shows an office all its crews, a crew its own, a neighbour nothing', async () => {
    expect((await list(town.dispatcher)).items).toHaveLength(6);
    expect(titles(await list(town.worker))).not.toContain('autre équipe');
    expect((await list(town.actor('director', town.organizations.east))).items).toEqual([]);
  });

  it('pages through each order once, whichever the direction', async () => {
    for (const from of [undefined, '2026-01-01T00:00:00Z']) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await list(town.dispatcher, {
          limit: 2,
          ...(from && { from }),
          ...(cursor && { cursor }),
        });
        seen.push(...titles(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toHaveLength(6);
      expect(new Set(seen).size).toBe(6);
      expect(seen[from ? 0 : 5]).toBe('en retard');
    }
  });

  it('filters by crew, time and status', async () => {
    const query = { crewId: town.crew.id, from: '2026-11-24T00:00:00+01:00' };
    expect(
      titles(await list(town.dispatcher, { ...query, to: '2026-11-24T12:00:00+01:00' })),
    ).toEqual(['matin']);
    expect((await list(town.dispatcher, { status: 'completed,failed' })).items).toEqual([]);
  });

  it('refuses a forged cursor', async () => {
    for (const keys of [[1, 'x'], ['a', 'b'], [1]]) {
      const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url');
      await expect(list(town.dispatcher, { cursor })).rejects.toMatchObject({ status: 400 });
    }
  });
});
