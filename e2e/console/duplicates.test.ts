import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

interface Detail {
  mergedIntoId: string | null;
  duplicatesCount: number;
  status: string;
}
const read = (id: string) => office.ask<Detail>(`/service-requests/${id}`);
const openIds = async () => {
  const { items } = await office.ask<{ items: { id: string }[] }>(
    '/service-requests?status=received&limit=100',
  );
  return items.map(({ id }) => id);
};

test('one key joins the likeliest duplicate, one press takes it out again', async () => {
  const point = { lat: 43.652, long: 3.852 };
  const first = await office.report('Grand trou devant la boulangerie', { point });
  const second = await office.report('Trou devant la boulangerie, dangereux', {
    point: { ...point, lat: point.lat + 0.00005 },
    photoIds: [await office.photograph('#456')],
  });
  const claire = await office.arrive('claire');
  await claire.goto(`/console/demandes/${second.id}`);
  await claire.getByText('1 doublon possible').waitFor();
  await claire
    .getByText(/même prestation, à 6 m, .*mots communs : trou, devant, boulangerie/)
    .or(claire.getByText(/même prestation, à 6 m, .*mots communs : trou, boulangerie/))
    .first()
    .waitFor();
  await checkAccess(claire);

  await claire.keyboard.press('d');
  await claire.getByText('Cette demande est jointe à une autre').waitFor();
  expect(await read(second.id)).toMatchObject({ mergedIntoId: first.id, status: 'received' });
  const open = await openIds();
  expect(open).toContain(first.id);
  expect(open).not.toContain(second.id);
  await checkAccess(claire);

  // The one that leads shows the words and the photo of the other, and takes it out by keyboard.
  await claire.getByRole('link', { name: first.code }).first().click();
  await claire.getByText('1 demande jointe').waitFor();
  await claire.getByText('Trou devant la boulangerie, dangereux').waitFor();
  const separate = claire.getByRole('button', { name: `Séparer la demande ${second.code}` });
  await separate.focus();
  await claire.keyboard.press('Enter');
  await claire.getByText(`Demande ${second.code} séparée`).waitFor();
  expect(await read(second.id)).toMatchObject({ mergedIntoId: null, status: 'received' });
  expect(await openIds()).toContain(second.id);
  await claire.context().close();
});

test('two dispatchers join A to B and B to A at once: one succeeds, the other is told', async () => {
  const point = { lat: 43.655, long: 3.855 };
  const first = await office.report('Bordure descellée', { point });
  const second = await office.report('Bordure qui bouge', { point });
  const [claire, marc] = await Promise.all([office.arrive('claire'), office.arrive('marc')]);
  await Promise.all([
    claire.goto(`/console/demandes/${first.id}`),
    marc.goto(`/console/demandes/${second.id}`),
  ]);
  await Promise.all([
    claire.getByText('1 doublon possible').waitFor(),
    marc.getByText('1 doublon possible').waitFor(),
  ]);
  await Promise.all([claire.keyboard.press('d'), marc.keyboard.press('d')]);
  // Both see the same group in the end, whoever was first.
  await claire.getByText('1 demande jointe').waitFor();
  await marc.getByText('Cette demande est jointe à une autre').waitFor();
  const [a, b] = await Promise.all([read(first.id), read(second.id)]);
  expect([a.duplicatesCount, b.duplicatesCount]).toEqual([1, 0]);
  expect(b.mergedIntoId).toBe(first.id);
  await Promise.all([claire.context().close(), marc.context().close()]);
});
