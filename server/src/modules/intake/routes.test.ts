import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../test/app.ts';
import { rawMail } from '../../../test/raw-mail.ts';
import { staff } from '../../../test/staffed-town.ts';
import type { Role } from '../../platform/acts/index.ts';
import { createApiToken } from '../../platform/auth/index.ts';
import { keepInbound } from './keep-inbound.ts';

type Town = Awaited<ReturnType<typeof staff<TestApp>>>;

let town: Town;
let desk: Caller;
beforeAll(async () => {
  town = await staff(await createTestApp({ at: '2020-01-07T09:00:00Z' }));
  desk = await as('desk');
});
afterAll(() => town.close());

const as = (role: Role, organizationId = town.organizations.west) =>
  town.login([{ organizationId, role }]);

async function token(...scopes: ('intake:sms' | 'intake:social' | 'open311:write')[]) {
  const { west } = town.organizations;
  const act = town.act(town.actor('administrator', west));
  const made = await createApiToken(town.platform, act, {
    name: 'x',
    organizationId: west,
    scopes,
  });
  return { authorization: `Bearer ${made.token}` };
}

const requests = async () => {
  const { rows } = await town.platform.db.pool.query('SELECT * FROM service_request ORDER BY id');
  return rows;
};
const states = async (source: string) => {
  const { rows } = await town.platform.db.pool.query(
    'SELECT state, reason, text FROM inbound_message WHERE source = $1 ORDER BY id',
    [source],
  );
  return rows;
};

describe('a text message', () => {
  const sms = async (body: object, headers?: Record<string, string>) =>
    town.resident.send('POST', '/api/v1/intake/sms', body, headers ?? (await token('intake:sms')));

  it('is for the gateway alone to hand in', async () => {
    const body = { id: '1', from: '0639981234', text: 'x' };
    expect((await sms(body, {})).statusCode).toBe(401);
    expect((await sms(body, await token('intake:social'))).statusCode).toBe(403);
    expect((await desk.send('POST', '/api/v1/intake/sms', body)).statusCode).toBe(403);
    expect((await sms({ ...body, from: '38000' })).statusCode).toBe(422);
    expect((await sms({ ...body, more: 1 })).statusCode).toBe(400);
  });

  it('becomes one request, handed in once or twice; the next joins it; STOP ends the texts', async () => {
    const body = { id: 'a-1', from: '06 39 98 11 11', text: 'Lampadaire éteint rue Pasteur' };
    expect((await sms(body)).statusCode).toBe(202);
    expect((await sms(body)).statusCode).toBe(202);
    await town.drainJobs();
    const [request, ...others] = await requests();
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      channel: 'sms',
      contact_phone: '+33639981111',
      contact_preference: 'sms',
      description: body.text,
    });
    await sms({ id: 'a-2', from: '+33639981111', text: 'Toujours éteint' });
    await town.drainJobs();
    expect(await requests()).toHaveLength(1);
    await sms({ id: 'a-3', from: '+33639981111', text: ' Stop. ' });
    await town.drainJobs();
    expect((await requests())[0].contact_preference).toBe('none');
    expect((await states('sms')).map(({ state }) => state)).toEqual(['request', 'words', 'stop']);
  });

  it('in parts is joined, in whatever order they come, also at the same moment', async () => {
    const part = (number: number) => ({ reference: '77', number, total: 3 });
    const from = '+33639982222';
    const texts = ['Un trou ', 'devant ', 'la gare'];
    await Promise.all(
      [2, 0, 1].map((at) => sms({ id: `p-${at}`, from, text: texts[at], part: part(at + 1) })),
    );
    await town.drainJobs();
    expect((await requests()).map(({ description }) => description)).toContain(texts.join(''));
  });

  it('of somebody with several open requests waits for a person', async () => {
    const contact = {
      name: null,
      email: null,
      phone: '+33639983333',
      postalAddress: null,
      preference: null,
    };
    const { code } = await town.request({ contact });
    await town.request({ contact });
    await sms({ id: 'm-1', from: contact.phone, text: 'Alors ?' });
    await sms({ id: 'm-2', from: contact.phone, text: `C’est pour ${code}` });
    await town.drainJobs();
    // Both arrived in the same instant: nothing says which comes first.
    const known = await states('sms');
    expect(known).toContainEqual({ state: 'held', reason: 'ambiguous', text: 'Alors ?' });
    expect(known).toContainEqual({ state: 'words', reason: null, text: `C’est pour ${code}` });
  });
});

describe('what is said on a network', () => {
  it('becomes a request that tells where it comes from, once', async () => {
    const headers = await token('intake:social');
    const body = {
      id: '991',
      network: 'Mastodon',
      author: '@odile@exemple.social',
      text: 'Le banc du square est cassé !',
      url: 'https://exemple.social/@odile/991',
    };
    for (let n = 0; n < 2; n++) {
      const answer = await town.resident.send('POST', '/api/v1/intake/social', body, headers);
      expect(answer.statusCode).toBe(202);
    }
    await town.drainJobs();
    const made = (await requests()).filter(({ channel }) => channel === 'social');
    expect(made).toHaveLength(1);
    expect(made[0].description).toContain(body.url);
    expect(made[0].description).toContain('Mastodon');
    expect(
      (
        await town.resident.send(
          'POST',
          '/api/v1/intake/social',
          { ...body, url: 'javascript:x' },
          headers,
        )
      ).statusCode,
    ).toBe(400);
  });
});

describe('a letter', () => {
  const pdf = '%PDF-1.7 lettre';
  const scan = (key: string, content: string | Buffer = pdf, who = desk) => {
    const boundary = 'coupe';
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="lettre.pdf"\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return who.send('POST', `/api/v1/intake/letters/scans?key=${key}`, payload, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  };

  it('with its pages makes a request, of which only operators read the pages', async () => {
    const key = randomUUID();
    expect((await scan(key)).statusCode).toBe(201);
    const letter = {
      key,
      summary: 'Demande un banc',
      sender: { name: 'Simone Roux', postalAddress: '3 place du Marché\n99100 Ouestville' },
      postmark: '2020-01-03',
    };
    const registered = await desk.send('POST', '/api/v1/intake/letters', letter);
    expect(registered.statusCode).toBe(201);
    await town.drainJobs();
    const { id, serviceRequestId } = registered.json();
    const request = (await requests()).find((one) => one.id === serviceRequestId);
    expect(request).toMatchObject({
      channel: 'letter',
      contact_name: 'Simone Roux',
      contact_postal_address: '3 place du Marché\n99100 Ouestville',
    });
    const { attachments } = (await desk.get(`/api/v1/intake/messages/${id}`)).json();
    const path = `/api/v1/intake/messages/${id}/attachments/${attachments[0].id}`;
    const download = await desk.get(path);
    expect(download.body).toBe(pdf);
    expect(download.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="lettre\.pdf"/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect((await town.resident.get(path)).statusCode).toBe(401);
    expect((await (await as('crew')).get(path)).statusCode).toBe(403);
    expect((await desk.send('POST', '/api/v1/intake/letters', letter)).statusCode).toBe(409);
    expect((await scan(key)).statusCode).toBe(409);
  });

  it('is a PDF or an image, whatever it is called', async () => {
    expect((await scan(randomUUID(), '<html>')).statusCode).toBe(415);
    expect((await scan(randomUUID(), 'GIF89a')).statusCode).toBe(415);
    expect((await scan(randomUUID(), pdf, await as('crew'))).statusCode).toBe(403);
  });
});

describe('what waits for a person', () => {
  const hold = async (more: object = {}) => {
    const sourceKey = randomUUID();
    const raw = await rawMail({ headers: { Precedence: 'bulk' }, ...more });
    await town.platform.db.transaction((tx) =>
      keepInbound(town.platform, tx, town.territoryId, [{ source: 'mail', sourceKey, raw }]),
    );
    await town.drainJobs();
    const { items } = (await desk.get('/api/v1/intake/messages?limit=1')).json();
    return items[0];
  };
  const decide = (body: object, who = desk) =>
    who.send('POST', '/api/v1/intake/messages/decide', body);

  it('becomes what they say: a request, once', async () => {
    const message = await hold();
    expect(message).toMatchObject({ state: 'ignored', reason: 'mailing-list', decidable: true });
    const body = { ids: [message.id], decision: 'request' };
    expect((await decide(body)).json().items[0]).toMatchObject({ state: 'request' });
    await town.drainJobs();
    const again = await decide(body);
    expect([again.statusCode, again.json().type]).toEqual([
      409,
      '/problems/intake/already-decided',
    ]);
    const { items } = (await desk.get('/api/v1/intake/messages?limit=1')).json();
    expect(items[0].serviceRequestCode).toMatch(/^\w{4}-\w{4}$/);
  });

  it('joins a request that they may see, and no other', async () => {
    const { code } = await town.request();
    const message = await hold({ text: 'Je confirme' });
    const elsewhere = await as('desk', town.organizations.east);
    const body = { ids: [message.id], decision: 'words', code };
    expect((await decide(body, elsewhere)).statusCode).toBe(422);
    expect((await decide({ ...body, code: 'ZZZZ-ZZZZ' })).statusCode).toBe(422);
    expect((await decide(body)).statusCode).toBe(200);
  });

  it('is shown whole, as words that nothing interprets', async () => {
    const message = await hold({ text: 'Mot\n-- \nSignature <script>' });
    const whole = await desk.get(`/api/v1/intake/messages/${message.id}/whole`);
    expect(whole.json()).toMatchObject({ readable: true, text: 'Mot\n-- \nSignature <script>\n' });
    const raw = await desk.get(`/api/v1/intake/messages/${message.id}/raw`);
    expect(raw.headers['content-type']).toBe('application/octet-stream');
    expect(raw.body).toContain('Precedence: bulk');
  });

  it('is nobody else’s to see', async () => {
    const message = await hold();
    const others = [await as('crew'), await as('administrator')];
    for (const path of ['', `/${message.id}`, `/${message.id}/raw`, `/${message.id}/whole`]) {
      const url = `/api/v1/intake/messages${path}`;
      expect((await town.resident.get(url)).statusCode).toBe(401);
      for (const other of others) expect((await other.get(url)).statusCode).toBe(403);
    }
  });

  it('is listed page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await desk.get(`/api/v1/intake/messages?limit=3${cursor}`)).json();
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    const { rows } = await town.platform.db.pool.query('SELECT id FROM inbound_message');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(rows.length);
    const forged = Buffer.from('["x","y"]').toString('base64url');
    expect((await desk.get(`/api/v1/intake/messages?cursor=${forged}`)).statusCode).toBe(400);
  });
});
