import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp } from '../../../../test/app.ts';
import { startMailServer, type TestMailServer } from '../../../../test/mail-server.ts';
import { staff } from '../../../../test/staffed-town.ts';
import type { ServiceRequest } from '../service-request.ts';

async function openTown() {
  const mail: TestMailServer = await startMailServer();
  const app = await createTestApp({
    // Long ago, so that every job is due at once.
    at: '2020-01-07T09:00:00Z',
    config: {
      publicUrl: 'https://demandes.ouestville.example',
      smtp: { url: mail.url, from: 'Ouestville <ne-pas-repondre@ouestville.example>' },
    },
  });
  return { ...(await staff(app)), mail };
}

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown();
});
afterAll(async () => {
  await town.close();
  await town.mail.close();
});

const UNKNOWN = { name: null, phone: null, postalAddress: null, preference: null };

const api = (path: string) => `/api/v1${path}`;

/** Who was written to since, and the code that each mail names, if any. */
async function told(codes: string[]): Promise<Map<string, string | undefined>> {
  await town.drainJobs();
  const mails = town.mail.received.splice(0);
  const found = new Map(
    mails.map(({ to, data }) => [to.join(), codes.find((code) => data.includes(code))]),
  );
  expect(found.size, 'Somebody was told twice').toBe(mails.length);
  return found;
}

it('tells every reporter and follower each step, once, under their own number', async () => {
  const dispatcher = await town.login([
    { organizationId: town.organizations.west, role: 'dispatcher' },
  ]);
  const give = async (id: string, command: string, body: object) => {
    const { version } = (await dispatcher.get(api(`/service-requests/${id}`))).json();
    const answer = await dispatcher.send('POST', api(`/service-requests/${id}/${command}`), body, {
      'if-match': `"${version}"`,
    });
    expect(answer.statusCode, answer.body).toBe(200);
  };
  const report = (email: string, more: Partial<ServiceRequest> = {}) =>
    town.request({ contact: { ...UNKNOWN, email }, ...more });
  const leader = await report('odile@exemple.fr');
  const member = await report('paul@exemple.fr');
  const codes = [leader.code, member.code];
  await town.resident.send('POST', api(`/public/service-requests/${member.id}/followers`), {
    address: 'voisine@exemple.fr',
  });
  await town.drainJobs();
  const asked = town.mail.received.findLast(({ to }) => to.includes('voisine@exemple.fr'));
  const plain = asked?.data.replace(/=\r\n/g, '') ?? '';
  const key = /\/suivi\/([\w-]{24})\//.exec(plain)?.[1];
  await town.resident.send('POST', api(`/public/followers/${key}/confirm`));
  await told(codes);

  await give(member.id, 'merge', { intoId: leader.id });
  const merged = await told(codes);
  expect(merged.get('paul@exemple.fr')).toBe(member.code);
  expect([...merged.keys()].sort()).toEqual(['paul@exemple.fr', 'voisine@exemple.fr']);

  await give(leader.id, 'answer', { message: 'Le trou est rebouché.' });
  const answered = await told(codes);
  expect([...answered.keys()].sort()).toEqual([
    'odile@exemple.fr',
    'paul@exemple.fr',
    'voisine@exemple.fr',
  ]);
  expect(answered.get('odile@exemple.fr')).toBe(leader.code);
  expect(answered.get('paul@exemple.fr')).toBe(member.code);

  await give(member.id, 'unmerge', {});
  expect([...(await told(codes)).keys()].sort()).toEqual(['paul@exemple.fr', 'voisine@exemple.fr']);
}, 60_000);

it('takes out again with the version that joining gave, whatever else heard of it', async () => {
  const dispatcher = await town.login([
    { organizationId: town.organizations.west, role: 'dispatcher' },
  ]);
  const give = (id: string, command: string, body: object, version: number) =>
    dispatcher.send('POST', api(`/service-requests/${id}/${command}`), body, {
      'if-match': `"${version}"`,
    });
  const point = { lat: 43.66, long: 3.86 };
  const [leader, member] = [await town.request({ point }), await town.request({ point })];
  const joined = await give(member.id, 'merge', { intoId: leader.id }, 1);
  // The clocks, the exposure and the mails of both hear of it while the dispatcher reads the answer.
  await town.drainJobs();
  const shown = (await dispatcher.get(api(`/service-requests/${leader.id}`))).json();
  expect(shown.members[0].version).toBe(joined.json().version);
  const apart = await give(member.id, 'unmerge', {}, joined.json().version);
  expect(apart.statusCode, apart.body).toBe(200);
}, 60_000);
